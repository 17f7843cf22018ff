using IamCore.Model;

namespace IamCore.Administration.InstanceProfiles;

/// <summary>An instance profile with its role.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Role">The role it contains; <see langword="null"/> if it contains none.</param>
public sealed record InstanceProfileDescription(InstanceProfile Profile, IamRole? Role);
