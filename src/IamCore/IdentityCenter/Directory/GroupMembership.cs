namespace IamCore.IdentityCenter.Directory;

/// <summary>The membership of a user in a directory group.</summary>
/// <param name="MembershipId">The id of the membership: <c>group id/user id</c>.</param>
/// <param name="GroupId">The id of the group.</param>
/// <param name="UserId">The id of the user.</param>
public sealed record GroupMembership(string MembershipId, string GroupId, string UserId)
{
    internal static GroupMembership Of(string groupId, string userId) => new($"{groupId}/{userId}", groupId, userId);
}
