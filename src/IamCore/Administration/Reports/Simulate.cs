using IamCore.Administration;

namespace IamCore;

/// <summary>Questions about policies that are asked for every pair of actions and resources; nothing of it is recorded as access (ID-268).</summary>
public abstract record SimulatePolicies : IamQuery<ValueList<SimulationResult>>
{
    private protected SimulatePolicies(ValueList<string> actionNames, ValueList<string>? policyInputList = null)
    {
        ActionNames = actionNames;
        PolicyInputList = policyInputList ?? ValueList<string>.Empty;
    }

    /// <summary>The actions, for example <c>docs:Read</c>; at least one.</summary>
    public ValueList<string> ActionNames { get; init; }

    /// <summary>The resources; <c>*</c> where none is given.</summary>
    public ValueList<string> ResourceArns { get; init; } = ValueList<string>.Empty;

    /// <summary>Identity policies in addition.</summary>
    public ValueList<string> PolicyInputList { get; init; }

    /// <summary>A boundary instead of the stored one; at most one.</summary>
    public ValueList<string> PermissionsBoundaryPolicyInputList { get; init; } = ValueList<string>.Empty;

    /// <summary>The resource's own policy; <see langword="null"/> for none.</summary>
    public string? ResourcePolicy { get; init; }

    /// <summary>What is known of the request.</summary>
    public IRequestContext Context { get; init; } = RequestContext.Empty;

    internal override void Validate(ParameterCheck check)
    {
        check.Require(ActionNames.Count > 0, nameof(ActionNames), "is required", "ID-268");
        foreach (var action in ActionNames)
        {
            check.Require(ActionName.TryParse(action, out _), nameof(ActionNames), "must be actions, for example iam:GetUser", "ID-268");
        }

        foreach (var resource in ResourceArns)
        {
            check.Require(ResourceName.TryParse(resource, out _), nameof(ResourceArns), "must be ARNs or *", "ID-268");
        }

        check.Require(PermissionsBoundaryPolicyInputList.Count <= 1, nameof(PermissionsBoundaryPolicyInputList), "must be one policy at most", "ID-268");
    }

    private protected ValueList<SimulationResult> Simulate(AdministrationWork work, SimulatedIdentity who)
    {
        var policies = who.Policies with
        {
            Identity = Simulations.With(who.Policies.Identity, Simulations.Compile(PolicyType.Identity, PolicyInputList, "PolicyInputList")),
            PermissionsBoundary = Simulations.Compile(PolicyType.PermissionsBoundary, PermissionsBoundaryPolicyInputList, "PermissionsBoundaryPolicyInputList")
                ?? who.Policies.PermissionsBoundary,
            Resource = ResourcePolicy is null ? null : Simulations.Compile(PolicyType.Resource, [ResourcePolicy], nameof(ResourcePolicy)),
        };
        var results = new List<SimulationResult>();
        foreach (var action in ActionNames)
        {
            foreach (var resource in ResourceArns.Count == 0 ? ["*"] : ResourceArns)
            {
                var request = Simulations.RequestOf(work, who, ActionName.Parse(action), ResourceName.Parse(resource), Context);
                var explained = PolicyEvaluator.Explain(in request, in policies);
                results.Add(new(action, resource, explained.Decision.Decision, explained.Matched, explained.MissingContext));
            }
        }

        return [.. results];
    }
}

/// <summary>Asks what a user, group or role would be allowed by what is stored about it (ID-268).</summary>
/// <param name="PolicySourceArn">The user, group or role.</param>
/// <param name="ActionNames">The actions.</param>
public sealed record SimulatePrincipalPolicy(string PolicySourceArn, ValueList<string> ActionNames) : SimulatePolicies(ActionNames)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        IdentityArns.Check(check, PolicySourceArn, nameof(PolicySourceArn));
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = PolicySourceArn });

    internal override async ValueTask<ValueList<SimulationResult>> ApplyAsync(AdministrationWork work) =>
        Simulate(work, await Simulations.GetAsync(work, PolicySourceArn, "ID-268").ConfigureAwait(false));
}

/// <summary>Asks what policies would allow that are not stored (ID-268).</summary>
/// <param name="PolicyInputList">The identity policies.</param>
/// <param name="ActionNames">The actions.</param>
public sealed record SimulateCustomPolicy(ValueList<string> PolicyInputList, ValueList<string> ActionNames) : SimulatePolicies(ActionNames, PolicyInputList)
{
    /// <summary>Who asks; by default a user of the account that nothing is stored about.</summary>
    public string? CallerArn { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.Require(CallerArn is null || Principal.TryParse(CallerArn, out _), nameof(CallerArn), "must be a principal", "ID-268");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<ValueList<SimulationResult>> ApplyAsync(AdministrationWork work)
    {
        var account = await new PrincipalDirectory(work.Loader, work.Options.PredefinedPolicies).FindAccountAsync(work.AccountId, work.CancellationToken).ConfigureAwait(false);
        return Simulate(work, new(Principal.Parse(CallerArn ?? work.ArnOf("user/simulated")), "AIDASIMULATED", ValueList<Tag>.Empty, account!, new()));
    }
}

/// <summary>What would be decided.</summary>
/// <param name="Action">The action.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Matched">The statements that decided.</param>
/// <param name="MissingContext">The context keys that statements asked for and did not get.</param>
public sealed record SimulationResult(
    string Action, string Resource, Decision Decision, ValueList<StatementReference> Matched, ValueList<string> MissingContext);

/// <summary>The context keys that an identity's stored policies ask for: lower case, ordinal order (ID-268).</summary>
/// <param name="PolicySourceArn">The user, group or role.</param>
public sealed record GetContextKeysForPrincipalPolicy(string PolicySourceArn) : IamQuery<ValueList<string>>
{
    internal override void Validate(ParameterCheck check) => IdentityArns.Check(check, PolicySourceArn, nameof(PolicySourceArn));

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = PolicySourceArn });

    internal override async ValueTask<ValueList<string>> ApplyAsync(AdministrationWork work) =>
        Simulations.KeysOf((await Simulations.GetAsync(work, PolicySourceArn, "ID-268").ConfigureAwait(false)).Policies);
}

/// <summary>The context keys that policies ask for which are not stored (ID-268).</summary>
/// <param name="PolicyInputList">The identity policies.</param>
public sealed record GetContextKeysForCustomPolicy(ValueList<string> PolicyInputList) : IamQuery<ValueList<string>>
{
    internal override void Validate(ParameterCheck check) => check.Require(PolicyInputList.Count > 0, nameof(PolicyInputList), "is required", "ID-268");

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<ValueList<string>> ApplyAsync(AdministrationWork work) =>
        new(Simulations.KeysOf(new ApplicablePolicies { Identity = [Simulations.Compile(PolicyType.Identity, PolicyInputList, nameof(PolicyInputList))!], ServiceControl = [] }));
}

/// <summary>Every user and role of the account that may do an action on a resource, with the statements that grant it: users first, each by name (ID-268).</summary>
/// <param name="ActionName">The action.</param>
/// <param name="ResourceArn">The resource, or <c>*</c>.</param>
public sealed record WhoCan(string ActionName, string ResourceArn = "*") : IamQuery<ValueList<AllowedIdentity>>
{
    /// <summary>What is known of the request, the same for all.</summary>
    public IRequestContext Context { get; init; } = RequestContext.Empty;

    /// <inheritdoc />
    public override string Action => "iamcore:WhoCan";

    internal override void Validate(ParameterCheck check)
    {
        check.Require(Policies.ActionName.TryParse(ActionName, out _), nameof(ActionName), "must be an action, for example iam:GetUser", "ID-268");
        check.Require(ResourceName.TryParse(ResourceArn, out _), nameof(ResourceArn), "must be an ARN or *", "ID-268");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<ValueList<AllowedIdentity>> ApplyAsync(AdministrationWork work)
    {
        var allowed = new List<AllowedIdentity>();
        foreach (var kind in (ObjectKind[])[ObjectKind.User, ObjectKind.Role])
        {
            foreach (var entity in await work.AllAsync<IamEntity>(kind).ConfigureAwait(false))
            {
                var who = await Simulations.OfAsync(work, entity).ConfigureAwait(false);
                var request = Simulations.RequestOf(work, who, Policies.ActionName.Parse(ActionName), ResourceName.Parse(ResourceArn), Context);
                var policies = who.Policies;
                if (PolicyEvaluator.Evaluate(in request, in policies).IsAllowed)
                {
                    var granting = ((IEnumerable<StatementReference>)PolicyEvaluator.Explain(in request, in policies).Matched)
                        .Where(m => m.Type == PolicyType.Identity && m.Statement.Effect == Effect.Allow);
                    allowed.Add(new(kind, entity.Name, entity.Arn, [.. granting]));
                }
            }
        }

        return [.. allowed];
    }
}

/// <summary>A user or role that may do something.</summary>
/// <param name="Kind">User or role.</param>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="GrantedBy">The statements of its identity policies that grant it.</param>
public sealed record AllowedIdentity(ObjectKind Kind, string Name, string Arn, ValueList<StatementReference> GrantedBy);

/// <summary>ARNs of users, groups and roles as parameters.</summary>
internal static class IdentityArns
{
    public static void Check(ParameterCheck check, string? arn, string parameter) =>
        check.Require(arn is not null && Simulations.Split(arn) is not null, parameter, "must be the ARN of a user, group or role", "ID-268");
}
