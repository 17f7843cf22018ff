using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Sets a user's permissions boundary.</summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
/// <param name="PermissionsBoundary">The ARN of the managed policy.</param>
public sealed record PutUserPermissionsBoundary(string UserName, string PermissionsBoundary) : PutPermissionsBoundary<IamUser>(PermissionsBoundary)
{
    internal override string EntityName => UserName;
}
