using IamCore.Policies.Compilation;

namespace IamCore.Policies.Evaluation;

/// <summary>Which of the matching statements decided (EV-113, EV-115).</summary>
internal static class MatchedStatements
{
    public static IEnumerable<StatementReference> Find(
        Decision decision,
        in AccessRequest request,
        in ApplicablePolicies policies,
        List<TracedStatement> traces,
        Dictionary<(PolicySet Set, Effect Effect), MatchLevels> levels)
    {
        if (decision == Decision.ImplicitDeny || request.Principal is null)
        {
            return [];
        }

        if (decision == Decision.ExplicitDeny)
        {
            return traces.Where(t => t.Effect == Effect.Deny && t.Levels != MatchLevels.None).Select(t => t.Trace.Statement);
        }

        var (identity, resource) = Paths(in request, in policies, levels);
        var trustByUser = request.IsTrustRequest && request.Principal.Kind == PrincipalKind.User;
        return traces.Where(t => t.Effect == Effect.Allow && t.Levels != MatchLevels.None && t.Type switch
        {
            PolicyType.Identity => identity,
            PolicyType.Resource or PolicyType.Trust => (Lowered(t.Levels, trustByUser) & resource) != 0,
            _ => false,
        }).Select(t => t.Trace.Statement);
    }

    /// <summary>The table of EV-115: whether identity statements count, and which levels of resource statements do.</summary>
    private static (bool Identity, MatchLevels Resource) Paths(
        in AccessRequest request, in ApplicablePolicies policies, Dictionary<(PolicySet Set, Effect Effect), MatchLevels> levels)
    {
        var principal = request.Principal;
        if (!principal.CanHaveIdentityPolicies && principal.Kind != PrincipalKind.RootUser)
        {
            return (false, MatchLevels.Direct);
        }

        var listsIdentity = principal.Kind != PrincipalKind.RootUser; // EV-033
        if (!request.IsSameAccount)
        {
            return (listsIdentity, MatchLevels.Any);
        }

        var boundary = policies.PermissionsBoundary is not { IsPresent: true } b || levels.GetValueOrDefault((b, Effect.Allow)) != 0;
        var session = policies.Session is { IsPresent: true } s
            ? levels.GetValueOrDefault((s, Effect.Allow)) != 0
            : principal.Kind != PrincipalKind.FederatedUser;
        var limited = boundary && session;
        var resource = limited ? MatchLevels.Direct | MatchLevels.Limited : MatchLevels.Direct;
        var idAllow = !listsIdentity || (!policies.Identity.IsDefault
            && policies.Identity.Any(set => levels.GetValueOrDefault((set, Effect.Allow)) != 0));
        if (!request.IsStrictResource)
        {
            return (listsIdentity && idAllow && limited, resource);
        }

        var granted = policies.Resource is null ? MatchLevels.None : levels.GetValueOrDefault((policies.Resource, Effect.Allow));
        var delegated = (granted & MatchLevels.Account) != 0 && idAllow && limited;
        return (listsIdentity && delegated, delegated ? resource | MatchLevels.Account : resource);
    }

    private static MatchLevels Lowered(MatchLevels levels, bool trustByUser) =>
        trustByUser && (levels & MatchLevels.Direct) != 0 ? (levels & ~MatchLevels.Direct) | MatchLevels.Limited : levels;
}
