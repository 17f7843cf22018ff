using System.Buffers;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Principals that the parser takes and AWS does not, or that name somebody in a way that does not last.</summary>
internal static class PrincipalChecks
{
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    public static void Check(LintRun run, StatementView statement, PrincipalView principal)
    {
        CheckNamed(run, principal);
        if (run.NamesPrincipals && principal.HasOnlyServices)
        {
            CheckKeysOfServices(run, statement);
        }
    }

    /// <summary>What holds for Principal and NotPrincipal alike.</summary>
    public static void CheckNamed(LintRun run, PrincipalView principal)
    {
        if (!run.NamesPrincipals)
        {
            return;
        }

        foreach (var type in principal.Types)
        {
            switch (type.Type)
            {
                case PrincipalEntryType.Federated when run.IsResourceLike:
                    run.Report(Errors.FederatedPrincipalNotSupported, Place.Name(type.Values.Member)); // VA-116
                    break;
                case PrincipalEntryType.Service:
                    CheckServices(run, type.Values);
                    break;
                case PrincipalEntryType.Aws:
                    CheckIds(run, type.Values);
                    break;
            }
        }
    }

    /// <summary>VA-117.</summary>
    private static void CheckServices(LintRun run, ElementView values)
    {
        foreach (var value in values.Values)
        {
            if (!value.IsFaulty && !ServicePrincipalForm.IsAwsForm(value.Text) && !run.Catalog.ServicePrincipals.Contains(value.Text))
            {
                run.Report(
                    Errors.InvalidServicePrincipalFormat, Place.Value(value.Node),
                    ("principal", value.Text), ("expectedFormat", ServicePrincipalForm.Expected));
            }
        }
    }

    /// <summary>Unique ids of roles and users (VA-412, VA-413).</summary>
    private static void CheckIds(LintRun run, ElementView values)
    {
        foreach (var value in values.Values)
        {
            if (!IsUniqueId(value.Text))
            {
                continue;
            }

            if (value.Text.StartsWith("AROA", StringComparison.Ordinal))
            {
                run.Report(Warnings.InvalidRoleReference, Place.Value(value.Node), ("roleid", value.Text));
            }
            else if (value.Text.StartsWith("AIDA", StringComparison.Ordinal))
            {
                run.Report(Warnings.InvalidUserReference, Place.Value(value.Node), ("userid", value.Text));
            }
        }
    }

    private static bool IsUniqueId(string text) =>
        text.Length is >= 16 and <= 128 && !text.AsSpan().ContainsAnyExcept(IdCharacters);

    /// <summary>Keys that requests of services do not have, where their absence makes the condition fail (VA-170).</summary>
    private static void CheckKeysOfServices(LintRun run, StatementView statement)
    {
        Draft? draft = null;
        var keys = new List<string>();
        foreach (var condition in statement.Conditions)
        {
            if (!condition.IsPositive || condition.Operator.IfExists || !IsAboutCallers(condition))
            {
                continue;
            }

            keys.Add(condition.Key);
            draft = draft?.And(Place.Name(condition.KeyNode))
                ?? run.Report(Errors.UnsupportedConditionKeyForServicePrincipal, Place.Name(condition.KeyNode));
        }

        draft?.With("conditionKeys", string.Join(", ", keys.Distinct(StringComparer.OrdinalIgnoreCase)));
    }

    private static bool IsAboutCallers(ConditionView condition) =>
        condition.IsKey("aws:PrincipalOrgID") || condition.IsKey("aws:PrincipalOrgPaths") || condition.IsKey("aws:PrincipalAccount")
        || condition.IsKey("aws:username") || condition.IsOfFamily("aws:PrincipalTag");
}
