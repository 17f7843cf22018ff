namespace IamCore.Administration.Policies;

/// <summary>What a managed policy is used as (ID-148).</summary>
public enum PolicyUsage : byte
{
    /// <summary>Attached to a user, group or role.</summary>
    PermissionsPolicy,

    /// <summary>The boundary of a user or role.</summary>
    PermissionsBoundary,
}
