using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>A role with what follows from it.</summary>
/// <param name="Role">The role; its trust policy names users and roles by their current ARNs (ID-167).</param>
/// <param name="Category">What it is for, by its trust policy (ID-121).</param>
/// <param name="PermissionsBoundary">ARN of the boundary; <see langword="null"/> without one.</param>
public sealed record RoleDescription(IamRole Role, RoleCategory Category, string? PermissionsBoundary)
{
    /// <summary>When a session of it was last used; <see langword="null"/> for not within 400 days, and where nothing is recorded (ID-120).</summary>
    public RoleLastUsed? LastUsed { get; init; }
}
