using System.Collections.Immutable;
using IamCore.Authorization.Snapshots;
using IamCore.Principals;

namespace IamCore.Authorization;

/// <summary>The policies of a question with their origins: the same compiled documents, once for each attachment.</summary>
internal static class ExplainedPolicies
{
    public static ApplicablePolicies Of(in QuestionFacts facts, PrincipalPolicies? stored, in ApplicablePolicies policies, CompiledPolicies compiled)
    {
        var principal = facts.Principal!;
        return policies with
        {
            Identity = stored is null ? policies.Identity
                : [.. stored.Identity.SelectMany(owner => owner.Inline.Concat(owner.Managed)).Select(p => Named(PolicyType.Identity, p, compiled))],
            PermissionsBoundary = stored?.PermissionsBoundary is { } boundary
                ? Named(PolicyType.PermissionsBoundary, boundary, compiled) : policies.PermissionsBoundary,
            Resource = facts.Trust is { } trust ? policies.Resource?.From([trust.Origin]) : policies.Resource,
            ServiceControl = Levels(PolicyType.ServiceControl, principal.Account?.Policies?.ServiceControl, compiled),
            ResourceControl = Levels(PolicyType.ResourceControl, facts.ResourceAccount?.Policies?.ResourceControl, compiled),
        };
    }

    private static ImmutableArray<PolicySet> Levels(PolicyType type, ValueList<ControlLevel>? levels, CompiledPolicies compiled) =>
        levels is null ? [] : [.. levels.Select(level => compiled.Get(type, level.Policies.AsSpan()).From([.. level.Policies.Select(p => p.Origin)]))];

    private static PolicySet Named(PolicyType type, AppliedPolicy policy, CompiledPolicies compiled) => compiled.Get(type, policy).From([policy.Origin]);
}
