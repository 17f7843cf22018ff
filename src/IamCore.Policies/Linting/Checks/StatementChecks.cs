using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;
using IamCore.Policies.Parsing;

namespace IamCore.Policies.Linting.Checks;

/// <summary>All checks of one statement.</summary>
internal sealed class StatementChecks(LintRun run)
{
    private readonly ActionChecks _actions = new(run);
    private readonly ResourceChecks _resources = new(run);
    private readonly TagSupportChecks _tags = new(run);

    public void Check(StatementView statement)
    {
        CheckEmpty(statement);
        CheckResourceOfAwsType(statement);
        if (statement.Principal is { } principal)
        {
            PrincipalChecks.Check(run, statement, principal);
        }

        if (statement.NotPrincipal is { } notPrincipal)
        {
            PrincipalChecks.CheckNamed(run, notPrincipal);
        }

        _actions.Check(statement);
        _resources.Check(statement);
        ConditionChecks.Check(run, statement);
        _tags.Check(statement);
        DelegationChecks.Check(run, statement);
        switch (run.Type)
        {
            case PolicyType.Trust:
                TrustChecks.Check(run, statement);
                break;
            case PolicyType.ServiceControl when run.Options.ScpGrammar == ScpGrammar.Classic:
                ControlPolicyChecks.CheckClassic(run, statement);
                break;
            case PolicyType.ResourceControl:
                ControlPolicyChecks.CheckResourceControl(run, statement);
                break;
            case PolicyType.Resource or PolicyType.VpcEndpoint:
                SourceChecks.Check(run, statement);
                break;
        }

        if (run.IsAdvice)
        {
            AdviceChecks.Check(run, statement);
        }
    }

    /// <summary>Empty lists and objects that say nothing (VA-601 to VA-605, VA-610).</summary>
    private void CheckEmpty(StatementView statement)
    {
        if (statement.Action is { } action && action.IsEmptyList(run.Tree))
        {
            run.Report(Suggestions.EmptyArrayAction, Place.Value(action.Member), ("element", "Action"));
        }

        if (statement.Resource is { } resource && resource.IsEmptyList(run.Tree) && run.Type != PolicyType.Trust)
        {
            run.Report(Suggestions.EmptyArrayResource, Place.Value(resource.Member), ("element", "Resource"));
        }

        if (statement.Principal is { } principal && run.NamesPrincipals)
        {
            if (run.Tree[principal.Member] is { Kind: SourceKind.Object, Count: 0 })
            {
                run.Report(Suggestions.EmptyObjectPrincipal, Place.Value(principal.Member));
            }

            foreach (var type in principal.Types.Where(t => t.Values.IsEmptyList(run.Tree)))
            {
                run.Report(Suggestions.EmptyArrayPrincipal, Place.Value(type.Values.Member));
            }
        }

        if (statement.SidNode >= 0 && run.Tree[statement.SidNode] is { Kind: SourceKind.String } sid && sid.End - sid.Start == 2)
        {
            run.Report(Suggestions.EmptySidValue, Place.Value(statement.SidNode));
        }

        if (statement.ConditionNode >= 0)
        {
            CheckEmptyCondition(statement.ConditionNode);
        }
    }

    private void CheckEmptyCondition(int condition)
    {
        if (run.Tree[condition].Count == 0)
        {
            run.Report(Suggestions.EmptyObjectCondition, Place.Value(condition));
        }

        foreach (var child in run.Tree.ChildrenOf(condition))
        {
            if (run.Tree[child] is { Kind: SourceKind.Object, Count: 0 })
            {
                run.Report(Suggestions.EmptyObjectCondition, Place.Value(child));
            }
        }
    }

    /// <summary>AWS's resources want Resource in their policies; PL-010 does not (VA-109).</summary>
    private void CheckResourceOfAwsType(StatementView statement)
    {
        if (run.IsResourceLike && run.ResourceType is { } type && AwsResourceTypes.IsAwsName(type)
            && statement.Resource is null && statement.NotResource is null)
        {
            run.Report(Errors.MissingResource, Place.Opening(statement.Node));
        }
    }
}
