using System.Collections.Immutable;

namespace IamCore.Policies;

/// <summary>
/// The policies that bear on a request, by type (EV-030). A cheap value over shared sets: <c>with</c> replaces one part without copying
/// the others. The default has no policies, so nothing is allowed. A part that is <see langword="null"/> or default is absent (EV-034).
/// </summary>
public readonly record struct ApplicablePolicies
{
    /// <summary>All that is attached to the user and its groups, or to the role; together one set of statements (EV-040).</summary>
    public ImmutableArray<PolicySet> Identity { get; init; }

    /// <summary>The boundary; several documents are a union of allows (EV-040).</summary>
    public PolicySet? PermissionsBoundary { get; init; }

    /// <summary>The session policies; <see langword="null"/> where none were passed (EV-056, EV-057).</summary>
    public PolicySet? Session { get; init; }

    /// <summary>The policy of the resource, or the trust policy of the role in a trust request (EV-090).</summary>
    public PolicySet? Resource { get; init; }

    /// <summary>One set a level, organization root first, account last; every level must allow (EV-041). Default or empty: no SCPs apply.</summary>
    public ImmutableArray<PolicySet> ServiceControl { get; init; }

    /// <summary>One set a level; each may deny (EV-042).</summary>
    public ImmutableArray<PolicySet> ResourceControl { get; init; }

    /// <summary>The policies of the endpoint that the request passes through (EV-044).</summary>
    public PolicySet? VpcEndpoint { get; init; }
}
