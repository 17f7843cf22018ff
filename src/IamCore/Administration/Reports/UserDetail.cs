using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Reports;

/// <summary>A user with what it is allowed by.</summary>
/// <param name="User">The user with its inline policies and tags.</param>
/// <param name="GroupNames">The groups it is in.</param>
/// <param name="AttachedPolicies">The managed policies attached to it.</param>
/// <param name="PermissionsBoundary">ARN of the boundary; <see langword="null"/> without one.</param>
public sealed record UserDetail(IamUser User, ValueList<string> GroupNames, ValueList<AttachedPolicy> AttachedPolicies, string? PermissionsBoundary);
