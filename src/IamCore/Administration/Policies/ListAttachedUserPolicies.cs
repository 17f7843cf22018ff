using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Lists the managed policies attached to a user.</summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
public sealed record ListAttachedUserPolicies(string UserName) : ListAttachedPolicies<IamUser>
{
    internal override string IdentityName => UserName;
}
