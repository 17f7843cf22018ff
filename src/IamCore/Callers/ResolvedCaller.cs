using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Callers;

/// <summary>A caller with everything that bears on its decisions, read at one revision (ST-004, ID-257).</summary>
internal sealed record ResolvedCaller
{
    public required Caller Caller { get; init; }

    /// <summary>The principal as policies see it (ST-025).</summary>
    public required Principal Principal { get; init; }

    /// <summary>The value of <c>aws:userid</c>, also returned by <c>GetCallerIdentity</c> (ST-025).</summary>
    public required string UserId { get; init; }

    /// <summary>The context keys of the session (ST-027, ST-028).</summary>
    public required RequestContext Context { get; init; }

    /// <summary>The caller's account with its control policies.</summary>
    public required AccountPolicies Account { get; init; }

    /// <summary>The user or role; null for root.</summary>
    public IamEntity? Entity { get; init; }

    /// <summary>The caller's side of a decision; resource policies are added for each request.</summary>
    public required ApplicablePolicies Policies { get; init; }

    public string Arn => Principal.Text;

    public string Partition => Account.Account.Partition;
}
