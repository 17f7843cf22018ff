namespace IamCore.IdentityCenter.Directory;

/// <summary>Whether a user is in a group.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="IsMember">Whether.</param>
public sealed record GroupMembershipResult(string GroupId, bool IsMember);
