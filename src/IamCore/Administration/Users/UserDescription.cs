using IamCore.Model;

namespace IamCore.Administration.Users;

/// <summary>A user, or an account's root user.</summary>
/// <param name="UserId">The unique id; of root the account's 12 digits.</param>
/// <param name="Arn">The ARN.</param>
/// <param name="User">The user; <see langword="null"/> for root.</param>
/// <param name="PermissionsBoundary">ARN of the boundary; <see langword="null"/> without one.</param>
public sealed record UserDescription(string UserId, string Arn, IamUser? User, string? PermissionsBoundary);
