using IamCore.Model;

namespace IamCore.Administration.Users;

/// <summary>A user, or an account's root user.</summary>
/// <param name="UserId">The unique id; for root, the 12 digits of the account number.</param>
/// <param name="Arn">The ARN.</param>
/// <param name="User">The user; <see langword="null"/> for root.</param>
/// <param name="PermissionsBoundary">The ARN of the permissions boundary; <see langword="null"/> if there is none.</param>
public sealed record UserDescription(string UserId, string Arn, IamUser? User, string? PermissionsBoundary);
