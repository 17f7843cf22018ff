using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Reports;

/// <summary>A user with its groups and policies.</summary>
/// <param name="User">The user with its inline policies and tags.</param>
/// <param name="GroupNames">The names of the groups it belongs to.</param>
/// <param name="AttachedPolicies">The managed policies attached to it.</param>
/// <param name="PermissionsBoundary">The ARN of the permissions boundary; <see langword="null"/> if there is none.</param>
public sealed record UserDetail(IamUser User, ValueList<string> GroupNames, ValueList<AttachedPolicy> AttachedPolicies, string? PermissionsBoundary);
