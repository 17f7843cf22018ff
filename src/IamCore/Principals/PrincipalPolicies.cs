using IamCore.Model;

namespace IamCore.Principals;

/// <summary>Everything stored that applies to one user or role, at one revision (ID-257).</summary>
public sealed record PrincipalPolicies
{
    /// <summary>The revision at which everything was read.</summary>
    public long Revision => Account.Revision;

    /// <summary>The user or role, with its tags and unique id.</summary>
    public required IamEntity Entity { get; init; }

    /// <summary>The groups of a user in the order of joining; empty for roles.</summary>
    public ValueList<IamGroup> Groups { get; init; } = ValueList<IamGroup>.Empty;

    /// <summary>
    /// The identity-based policies by owner: the entity's own first, then those of each group (ID-096). Owners without policies are left
    /// out.
    /// </summary>
    public ValueList<IdentityPolicies> Identity { get; init; } = ValueList<IdentityPolicies>.Empty;

    /// <summary>The permissions boundary; <see langword="null"/> if there is none (ID-161).</summary>
    public AppliedPolicy? PermissionsBoundary { get; init; }

    /// <summary>The account with its control policies.</summary>
    public required AccountPolicies Account { get; init; }
}
