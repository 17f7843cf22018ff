using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Lists the names of a user's inline policies.</summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
public sealed record ListUserPolicies(string UserName) : ListInlinePolicies<IamUser>
{
    internal override string IdentityName => UserName;
}
