using IamCore.Model;

namespace IamCore.Principals;

/// <summary>Identifies a stored policy document at one state.</summary>
/// <param name="Owner">The managed, control or predefined policy, or the identity to which an inline policy belongs.</param>
/// <param name="Part">The version, or the name of an inline policy; for predefined policies, the version and partition.</param>
/// <param name="Revision">The revision at which the owner last changed; 0 for predefined policies.</param>
public readonly record struct PolicyKey(ObjectKey Owner, string Part, long Revision);
