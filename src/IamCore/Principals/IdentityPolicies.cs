using IamCore.Model;

namespace IamCore.Principals;

/// <summary>The identity-based policies of one owner. Those of a group are the same for all its members.</summary>
/// <param name="Owner">The user, group or role.</param>
/// <param name="Inline">Its inline policies.</param>
/// <param name="Managed">The managed policies attached to it, each shared by all it is attached to.</param>
public sealed record IdentityPolicies(ObjectKey Owner, ValueList<AppliedPolicy> Inline, ValueList<AppliedPolicy> Managed);
