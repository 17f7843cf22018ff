using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;
using IamCore.Policies.Values;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Linting.Checks;

/// <summary>
/// Statements of resource policies that are not proven to be bound to known callers (VA-709, by AN-120 and AN-121): neither the principal nor
/// a condition names fixed values, and no deny keeps everyone else out.
/// </summary>
internal static class PublicAccessChecks
{
    private static readonly string[] PlainKeys =
    [
        "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOwner", "aws:SourceVpc", "aws:SourceVpce",
        "aws:VpceAccount", "aws:VpceOrgID", "kms:CallerAccount", "s3:DataAccessPointAccount",
    ];

    public static void Check(LintRun run, StatementView statement)
    {
        if (!statement.IsAllow || IsNamed(statement) || statement.Conditions.Any(c => Binds(run, c, isNegated: false))
            || (run.KeepsOthersOut ??= run.Policy.Statements.Any(s => KeepsOthersOut(run, s))))
        {
            return;
        }

        var place = statement.Principal ?? statement.NotPrincipal;
        if (place is null)
        {
            return;
        }

        run.Report(OwnRules.PublicAccess, Place.Value(place.Member), ("witness", "an anonymous caller"));
    }

    private static bool IsNamed(StatementView statement) => statement.Principal is { } principal && !principal.IsEveryone;

    /// <summary>A deny of everything to everyone whose trust dimension has none of the fixed values.</summary>
    private static bool KeepsOthersOut(LintRun run, StatementView statement) =>
        statement.IsDeny && statement.Principal is { IsEveryone: true } && statement.Actions.Any(a => a.IsEverything)
        && (statement.Resource is null ? statement.NotResource is null : statement.Resources.Any(r => r.IsStar))
        && statement.Conditions.Count == 1 && Binds(run, statement.Conditions[0], isNegated: true);

    private static bool Binds(LintRun run, ConditionView condition, bool isNegated)
    {
        var known = condition.Operator;
        if (known.IsNegated != isNegated || condition.IsNull || (!isNegated && known.IfExists)
            || known.Qualifier == SetQualifier.ForAllValues || condition.Element.Values.Length == 0)
        {
            return false;
        }

        return condition.Element.Values.All(v => !v.IsFaulty && IsFixed(run, condition, v.Text));
    }

    private static bool IsFixed(LintRun run, ConditionView condition, string value)
    {
        if (VariableText.HasVariable(value))
        {
            return false;
        }

        var wildcard = condition.TakesWildcards ? value.AsSpan().IndexOfAny('*', '?') : -1;
        if (PlainKeys.Any(condition.IsKey) || IsTrustKey(run, condition))
        {
            return wildcard < 0;
        }

        if (condition.IsKey("aws:PrincipalArn") || condition.IsKey("aws:SourceArn") || condition.IsKey("s3:DataAccessPointArn"))
        {
            Span<Range> fields = stackalloc Range[ArnPattern.Fields];
            var count = ArnPattern.Split(value, fields, skipVariables: false);
            return (count == ArnPattern.Fields && AccountId.IsValid(value.AsSpan(fields[4]))) || (wildcard < 0 && condition.IsKey("aws:SourceArn"));
        }

        if (condition.IsKey("aws:PrincipalOrgPaths") || condition.IsKey("aws:SourceOrgPaths"))
        {
            var literal = wildcard < 0 ? value : value[..wildcard];
            return literal.StartsWith("o-", StringComparison.Ordinal) && literal.IndexOf('/', StringComparison.Ordinal) > 2;
        }

        if (condition.IsKey("aws:userid"))
        {
            return wildcard < 0 || (value.EndsWith(":*", StringComparison.Ordinal) && wildcard == value.Length - 1 && wildcard > 1);
        }

        return condition.IsKey("aws:SourceIp") && AddressBlock.TryParse(value, out var block) && block.IsNarrow;
    }

    private static bool IsTrustKey(LintRun run, ConditionView condition) =>
        run.ResourceType is { } type && run.Catalog.FindResourceType(type) is { } entry && entry.Resource.Resource.PublicTrustKeys.Any(condition.IsKey);
}
