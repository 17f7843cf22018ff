using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Reports;

/// <summary>A group with its policies.</summary>
/// <param name="Group">The group with its inline policies.</param>
/// <param name="AttachedPolicies">The managed policies attached to it.</param>
public sealed record GroupDetail(IamGroup Group, ValueList<AttachedPolicy> AttachedPolicies);
