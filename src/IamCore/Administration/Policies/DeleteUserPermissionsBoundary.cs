using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Removes a user's permissions boundary.</summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
public sealed record DeleteUserPermissionsBoundary(string UserName) : DeletePermissionsBoundary<IamUser>
{
    internal override string EntityName => UserName;
}
