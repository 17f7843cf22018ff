using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;
using IamCore.Policies.Requests;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Trust policies of roles: who may assume them, and how providers are bound.</summary>
internal static class TrustChecks
{
    private const string GitHub = "token.actions.githubusercontent.com";

    private static readonly string[] RolesAnywhereActions = ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"];

    public static void Check(LintRun run, StatementView statement)
    {
        CheckSessionTags(run, statement);
        CheckAudiences(run, statement);
        if (statement.Principal is not { } principal)
        {
            return;
        }

        if (principal.IsStar)
        {
            run.Report(Errors.RoleTrustPolicyUnsupportedWildcardInPrincipal, Place.Value(principal.Member)); // VA-152
        }

        CheckFederatedForms(run, principal);
        CheckRedundantSessions(run, principal);
        if (statement.IsAllow)
        {
            CheckActionsOfPrincipals(run, statement, principal);
            CheckRolesAnywhere(run, statement, principal);
            CheckProviderKeys(run, statement, principal);
        }
    }

    /// <summary>VA-154.</summary>
    private static void CheckFederatedForms(LintRun run, PrincipalView principal)
    {
        foreach (var value in principal.Of(PrincipalEntryType.Federated))
        {
            if (!Provider.IsSaml(value.Text) && Provider.HostOf(value.Text) is null)
            {
                run.Report(
                    Errors.InvalidFederatedPrincipalSyntaxInRoleTrustPolicy, Place.Value(value.Node), ("principal", value.Text));
            }
        }
    }

    /// <summary>A session beside the role it is a session of (VA-654).</summary>
    private static void CheckRedundantSessions(LintRun run, PrincipalView principal)
    {
        const string Session = ":assumed-role/";
        Dictionary<string, string>? roles = null;
        foreach (var value in principal.Of(PrincipalEntryType.Aws))
        {
            var at = value.Text.IndexOf(Session, StringComparison.Ordinal);
            if (at < 0 || !PrincipalForms.TrySplit(value.Text, out _, out var partition, out var account, out var name, out _))
            {
                continue;
            }

            roles ??= RolesOf(principal);
            if (roles.TryGetValue($"{partition}:{account}:{name}", out var role))
            {
                run.Report(
                    Suggestions.RedundantPrincipalInRoleTrustPolicy, Place.Value(value.Node), ("redundant_principal", value.Text), ("parent_role", role));
            }
        }
    }

    private static Dictionary<string, string> RolesOf(PrincipalView principal)
    {
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in principal.Of(PrincipalEntryType.Aws))
        {
            if (PrincipalForms.TrySplit(value.Text, out var kind, out var partition, out var account, out var name, out _) && kind == PrincipalKind.Role)
            {
                roles.TryAdd($"{partition}:{account}:{name}", value.Text);
            }
        }

        return roles;
    }

    /// <summary>VA-180.</summary>
    private static void CheckActionsOfPrincipals(LintRun run, StatementView statement, PrincipalView principal)
    {
        var named = principal.Types.SelectMany(t => t.Values.Values.Where(v => !v.IsFaulty).Select(v => (t.Type, Value: v))).ToArray();
        if (named.Length == 0 || principal.IsEveryone)
        {
            return;
        }

        foreach (var action in statement.Actions)
        {
            if (!run.Budget.TryTake(named.Length))
            {
                return;
            }

            var misfits = action.Lower switch
            {
                "sts:assumerolewithsaml" => named.Where(n => n.Type != PrincipalEntryType.Federated || !Provider.IsSaml(n.Value.Text)),
                "sts:assumerolewithwebidentity" => named.Where(n => n.Type != PrincipalEntryType.Federated || Provider.IsSaml(n.Value.Text)),
                "sts:assumerole" when named.All(n => n.Type == PrincipalEntryType.Federated) => named,
                _ => [],
            };
            var names = misfits.Select(n => n.Value.Text).ToArray();
            if (names.Length > 0)
            {
                run.Report(
                    Errors.MismatchedActionForPrincipal, Place.Value(action.Value.Node),
                    ("actionName", action.Value.Text), ("principalNames", string.Join(", ", names)));
            }
        }
    }

    /// <summary>VA-181.</summary>
    private static void CheckRolesAnywhere(LintRun run, StatementView statement, PrincipalView principal)
    {
        if (!run.IsAws || statement.Action is null || !principal.Of(PrincipalEntryType.Service).Any(v => v.Text == "rolesanywhere.amazonaws.com"))
        {
            return;
        }

        var missing = RolesAnywhereActions.Where(needed => !statement.Actions.Any(a => a.Matches(needed.ToLowerInvariant()))).ToArray();
        if (missing.Length > 0)
        {
            run.Report(
                Errors.MissingActionForRolesAnywhereTrustPolicy, Place.Value(statement.Action.Member), ("actions", string.Join(", ", missing)));
        }
    }

    /// <summary>Providers that serve everyone must be bound by a key of theirs (VA-523, VA-524, VA-423).</summary>
    private static void CheckProviderKeys(LintRun run, StatementView statement, PrincipalView principal)
    {
        foreach (var value in principal.Of(PrincipalEntryType.Federated))
        {
            if (Provider.IsSaml(value.Text) || Provider.HostOf(value.Text) is not { } host)
            {
                continue;
            }

            var prefix = host + ":";
            if (run.Budget.TryTake(statement.Conditions.Count) && !statement.Conditions.Any(c => c.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                run.Report(
                    SecurityWarnings.MissingConditionKeyForOidcPrincipal, Place.Value(value.Node), ("principal", value.Text), ("key", host + ":aud"));
            }

            if (host == GitHub)
            {
                CheckGitHub(run, statement, value);
            }
        }
    }

    private static void CheckGitHub(LintRun run, StatementView statement, TextNode principal)
    {
        if (!statement.HasKey(GitHub + ":sub"))
        {
            run.Report(SecurityWarnings.MissingGithubRepoConditionKey, Place.Value(principal.Node));
            return;
        }

        var hasBranch = statement.HasKey(GitHub + ":ref");
        foreach (var value in statement.ConditionsOn(GitHub + ":sub").SelectMany(c => c.Values))
        {
            if (IsBroadSubject(value.Text, hasBranch))
            {
                run.Report(Warnings.SpecificGithubRepoAndBranchRecommended, Place.Value(value.Node), ("value", value.Text));
            }
        }
    }

    /// <summary>Whether organization, repository or branch are left open in <c>repo:organization/repository:rest</c>.</summary>
    private static bool IsBroadSubject(string subject, bool hasBranch)
    {
        const string Start = "repo:";
        if (!subject.StartsWith(Start, StringComparison.Ordinal))
        {
            return subject.AsSpan().ContainsAny('*', '?');
        }

        var rest = subject.AsSpan(Start.Length);
        var slash = rest.IndexOf('/');
        var colon = slash < 0 ? -1 : rest[slash..].IndexOf(':');
        var repository = colon < 0 ? rest : rest[..(slash + colon)];
        if (slash < 0 || repository.ContainsAny('*', '?'))
        {
            return true;
        }

        return !hasBranch && (colon < 0 || rest[repository.Length..].ContainsAny('*', '?'));
    }

    /// <summary>Keys of session tags need the action that passes them (VA-162).</summary>
    private static void CheckSessionTags(LintRun run, StatementView statement)
    {
        if (statement.Action is null)
        {
            return;
        }

        foreach (var condition in statement.Conditions)
        {
            var needed = condition.IsOfFamily("aws:RequestTag") || condition.IsKey("aws:TagKeys") || condition.IsKey("sts:TransitiveTagKeys")
                ? "sts:TagSession"
                : condition.IsKey("sts:SourceIdentity") ? "sts:SetSourceIdentity" : null;
            if (needed is not null && run.Budget.TryTake(statement.Actions.Length) && !statement.Actions.Any(a => a.Matches(needed.ToLowerInvariant())))
            {
                run.Report(
                    Errors.MissingActionForConditionKey, Place.Name(condition.KeyNode), ("actionName", needed), ("keyName", condition.Key));
            }
        }
    }

    /// <summary>The audience of a token has one value (VA-529, VA-655).</summary>
    private static void CheckAudiences(LintRun run, StatementView statement)
    {
        foreach (var condition in statement.Conditions)
        {
            if (!condition.Key.EndsWith(":aud", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (condition.Operator.Qualifier == SetQualifier.ForAnyValue)
            {
                run.Report(SecurityWarnings.ForanyvalueWithAudienceClaimType, Place.Name(condition.OperatorNode), ("key", condition.Key));
            }
            else if (condition.Operator.Qualifier == SetQualifier.ForAllValues)
            {
                run.Report(
                    Suggestions.ConfirmAudienceClaimType, Place.Name(condition.OperatorNode), ("key", condition.Key), ("audienceType", "String"));
            }
        }
    }
}
