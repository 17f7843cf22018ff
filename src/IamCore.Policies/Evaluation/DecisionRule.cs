using System.Collections.Immutable;
using IamCore.Policies.Compilation;

namespace IamCore.Policies.Evaluation;

/// <summary>How the answers of all policy types become one decision (EV-051). The only place that says so: decisions and explanations share it.</summary>
internal static class DecisionRule
{
    private const string ServiceLinkedRole = "role/aws-service-role/";

    /// <summary>Whether statements of the type are looked at for this request (EV-030).</summary>
    public static bool Applies(PolicyType type, in AccessRequest request) => type switch
    {
        PolicyType.ServiceControl => request.Principal is
        {
            Kind: PrincipalKind.RootUser or PrincipalKind.User or PrincipalKind.Role or PrincipalKind.RoleSession or PrincipalKind.FederatedUser,
            IsServiceLinkedRole: false,
        },
        PolicyType.ResourceControl => !request.Principal.IsServiceLinkedRole
            && !(request.IsTrustRequest && request.ResourceRef.ArnRef.Resource.StartsWith(ServiceLinkedRole, StringComparison.Ordinal)),
        _ => true,
    };

    /// <summary>The decision (EV-020 to EV-022, EV-051).</summary>
    public static AccessDecision Decide<TSource>(ref TSource source, in AccessRequest request, in ApplicablePolicies policies)
        where TSource : struct, IMatchSource, allows ref struct
    {
        if (request.Principal is null)
        {
            return default;
        }

        if (request.IsGetCallerIdentity)
        {
            return new AccessDecision(Decision.Allow, PolicyTypes.None);
        }

        var denies = Denies(ref source, in request, in policies);
        if (denies != PolicyTypes.None)
        {
            return new AccessDecision(Decision.ExplicitDeny, denies);
        }

        var missing = Missing(ref source, in request, in policies);
        return new AccessDecision(missing == PolicyTypes.None ? Decision.Allow : Decision.ImplicitDeny, missing);
    }

    /// <summary>EV-021, EV-111: every type with a matching deny.</summary>
    private static PolicyTypes Denies<TSource>(ref TSource source, in AccessRequest request, in ApplicablePolicies policies)
        where TSource : struct, IMatchSource, allows ref struct
    {
        var denies = AnyDenies(ref source, policies.Identity, PolicyType.Identity) ? PolicyTypes.Identity : PolicyTypes.None;
        if (Denies(ref source, policies.PermissionsBoundary, PolicyType.PermissionsBoundary))
        {
            denies |= PolicyTypes.PermissionsBoundary;
        }

        if (Denies(ref source, policies.Session, PolicyType.Session))
        {
            denies |= PolicyTypes.Session;
        }

        if (Denies(ref source, policies.Resource, ResourceType(in request)))
        {
            denies |= request.IsTrustRequest ? PolicyTypes.Trust : PolicyTypes.Resource;
        }

        if (!policies.ServiceControl.IsDefaultOrEmpty && Applies(PolicyType.ServiceControl, in request)
            && AnyDenies(ref source, policies.ServiceControl, PolicyType.ServiceControl))
        {
            denies |= PolicyTypes.ServiceControl;
        }

        if (!policies.ResourceControl.IsDefaultOrEmpty && Applies(PolicyType.ResourceControl, in request)
            && AnyDenies(ref source, policies.ResourceControl, PolicyType.ResourceControl))
        {
            denies |= PolicyTypes.ResourceControl;
        }

        if (Denies(ref source, policies.VpcEndpoint, PolicyType.VpcEndpoint))
        {
            denies |= PolicyTypes.VpcEndpoint;
        }

        return denies;
    }

    /// <summary>EV-051 to EV-060, EV-112: the types whose allow is missing, when nothing denies.</summary>
    private static PolicyTypes Missing<TSource>(ref TSource source, in AccessRequest request, in ApplicablePolicies policies)
        where TSource : struct, IMatchSource, allows ref struct
    {
        var principal = request.Principal;
        var resourceType = ResourceType(in request);
        var granted = policies.Resource is null ? MatchLevels.None : source.Match(policies.Resource, Effect.Allow, resourceType);
        if (request.IsTrustRequest && principal.Kind == PrincipalKind.User && (granted & MatchLevels.Direct) != 0)
        {
            granted = (granted & ~MatchLevels.Direct) | MatchLevels.Limited; // EV-091
        }

        var resourceMissing = request.IsTrustRequest ? PolicyTypes.Trust : PolicyTypes.Resource;
        var missing = PolicyTypes.None;
        if (!principal.CanHaveIdentityPolicies && principal.Kind != PrincipalKind.RootUser)
        {
            missing |= (granted & MatchLevels.Direct) == 0 ? resourceMissing : PolicyTypes.None; // EV-053
        }
        else if (principal.Kind == PrincipalKind.RootUser && request.IsTrustRequest)
        {
            missing |= PolicyTypes.Identity; // EV-096
        }
        else if (!request.IsSameAccount)
        {
            missing |= (granted == MatchLevels.None ? resourceMissing : PolicyTypes.None) // EV-055
                | (IdentityAllows(ref source, principal, in policies) ? PolicyTypes.None : PolicyTypes.Identity)
                | Limits(ref source, principal, in policies);
        }
        else if ((granted & MatchLevels.Direct) == 0) // EV-054: a direct grant needs nothing else
        {
            if (request.IsStrictResource && granted == MatchLevels.None)
            {
                missing |= resourceMissing; // EV-050
            }
            else if ((granted & MatchLevels.Limited) == 0 && !IdentityAllows(ref source, principal, in policies))
            {
                missing |= PolicyTypes.Identity; // EV-052, EV-059
            }

            missing |= Limits(ref source, principal, in policies);
        }

        if (!policies.ServiceControl.IsDefaultOrEmpty && Applies(PolicyType.ServiceControl, in request)
            && !EveryLevelAllows(ref source, policies.ServiceControl))
        {
            missing |= PolicyTypes.ServiceControl; // EV-041
        }

        if (policies.VpcEndpoint is { IsPresent: true } endpoint && source.Match(endpoint, Effect.Allow, PolicyType.VpcEndpoint) == MatchLevels.None)
        {
            missing |= PolicyTypes.VpcEndpoint; // EV-044
        }

        return missing;
    }

    private static PolicyType ResourceType(in AccessRequest request) => request.IsTrustRequest ? PolicyType.Trust : PolicyType.Resource;

    private static bool IdentityAllows<TSource>(ref TSource source, Principal principal, in ApplicablePolicies policies)
        where TSource : struct, IMatchSource, allows ref struct
    {
        if (principal.Kind == PrincipalKind.RootUser)
        {
            return true; // EV-058
        }

        if (policies.Identity.IsDefaultOrEmpty)
        {
            return false;
        }

        foreach (var set in policies.Identity.AsSpan())
        {
            if (source.Match(set, Effect.Allow, PolicyType.Identity) != MatchLevels.None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Boundary and session policies that withhold their allow (EV-054 to EV-057).</summary>
    private static PolicyTypes Limits<TSource>(ref TSource source, Principal principal, in ApplicablePolicies policies)
        where TSource : struct, IMatchSource, allows ref struct
    {
        var missing = PolicyTypes.None;
        if (policies.PermissionsBoundary is { IsPresent: true } boundary
            && source.Match(boundary, Effect.Allow, PolicyType.PermissionsBoundary) == MatchLevels.None)
        {
            missing |= PolicyTypes.PermissionsBoundary;
        }

        var sessionAllows = policies.Session is { IsPresent: true } session
            ? source.Match(session, Effect.Allow, PolicyType.Session) != MatchLevels.None
            : principal.Kind != PrincipalKind.FederatedUser; // EV-056
        return sessionAllows ? missing : missing | PolicyTypes.Session;
    }

    private static bool Denies<TSource>(ref TSource source, PolicySet? set, PolicyType type)
        where TSource : struct, IMatchSource, allows ref struct =>
        set is not null && source.Match(set, Effect.Deny, type) != MatchLevels.None;

    private static bool AnyDenies<TSource>(ref TSource source, ImmutableArray<PolicySet> sets, PolicyType type)
        where TSource : struct, IMatchSource, allows ref struct
    {
        if (!sets.IsDefaultOrEmpty)
        {
            foreach (var set in sets.AsSpan())
            {
                if (source.Match(set, Effect.Deny, type) != MatchLevels.None)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool EveryLevelAllows<TSource>(ref TSource source, ImmutableArray<PolicySet> levels)
        where TSource : struct, IMatchSource, allows ref struct
    {
        foreach (var level in levels.AsSpan())
        {
            if (source.Match(level, Effect.Allow, PolicyType.ServiceControl) == MatchLevels.None)
            {
                return false;
            }
        }

        return true;
    }
}
