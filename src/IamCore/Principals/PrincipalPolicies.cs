using IamCore.Model;

namespace IamCore.Principals;

/// <summary>Everything stored that bears on one user or role, as of one revision (ID-257).</summary>
public sealed record PrincipalPolicies
{
    /// <summary>The revision all of this is of.</summary>
    public long Revision => Account.Revision;

    /// <summary>The user or role, with its tags and unique id.</summary>
    public required IamEntity Entity { get; init; }

    /// <summary>The groups a user is in, in the order of joining; empty for roles.</summary>
    public ValueList<IamGroup> Groups { get; init; } = ValueList<IamGroup>.Empty;

    /// <summary>The identity-based policies by owner: the entity's own first, then group by group (ID-096). None is empty.</summary>
    public ValueList<IdentityPolicies> Identity { get; init; } = ValueList<IdentityPolicies>.Empty;

    /// <summary>The boundary; <see langword="null"/> without one (ID-161).</summary>
    public AppliedPolicy? PermissionsBoundary { get; init; }

    /// <summary>The account, with the control policies around it.</summary>
    public required AccountPolicies Account { get; init; }
}
