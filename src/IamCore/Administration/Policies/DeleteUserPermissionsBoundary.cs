using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Takes a user's permissions boundary away.</summary>
/// <param name="UserName">The user, in any letter case.</param>
public sealed record DeleteUserPermissionsBoundary(string UserName) : DeletePermissionsBoundary<IamUser>
{
    internal override string EntityName => UserName;
}
