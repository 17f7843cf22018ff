namespace IamCore.IdentityCenter.Directory;

/// <summary>A user is in a group.</summary>
/// <param name="MembershipId">Names the membership: group, slash, user.</param>
/// <param name="GroupId">The group.</param>
/// <param name="UserId">The user.</param>
public sealed record GroupMembership(string MembershipId, string GroupId, string UserId)
{
    internal static GroupMembership Of(string groupId, string userId) => new($"{groupId}/{userId}", groupId, userId);
}
