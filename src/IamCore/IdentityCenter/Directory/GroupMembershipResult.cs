namespace IamCore.IdentityCenter.Directory;

/// <summary>Whether a user is a member of a group.</summary>
/// <param name="GroupId">The id of the group.</param>
/// <param name="IsMember">Whether the user is a member.</param>
public sealed record GroupMembershipResult(string GroupId, bool IsMember);
