using IamCore.Model;

namespace IamCore.Principals;

/// <summary>Names one stored document in one state.</summary>
/// <param name="Owner">The managed, control or predefined policy, or the identity an inline policy belongs to.</param>
/// <param name="Part">A version, or an inline policy's name; for predefined policies with the partition.</param>
/// <param name="Revision">The revision at which the owner last changed; 0 for predefined policies.</param>
public readonly record struct PolicyKey(ObjectKey Owner, string Part, long Revision);
