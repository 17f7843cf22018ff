namespace IamCore.Administration.Policies;

/// <summary>How a managed policy is used (ID-148).</summary>
public enum PolicyUsage : byte
{
    /// <summary>It is attached to a user, group or role.</summary>
    PermissionsPolicy,

    /// <summary>It is the permissions boundary of a user or role.</summary>
    PermissionsBoundary,
}
