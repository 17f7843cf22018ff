using IamCore.Model;

namespace IamCore.Principals;

/// <summary>The identity-based policies of one user, group or role. Those of a group are shared by all its members.</summary>
/// <param name="Owner">The user, group or role.</param>
/// <param name="Inline">Its inline policies.</param>
/// <param name="Managed">The managed policies attached to it.</param>
public sealed record IdentityPolicies(ObjectKey Owner, ValueList<AppliedPolicy> Inline, ValueList<AppliedPolicy> Managed);
