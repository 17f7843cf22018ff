namespace IamCore.Model;

/// <summary>How far the deletion of a service-linked role is (ID-129).</summary>
public enum RoleDeletionStatus : byte
{
    /// <summary>Asked for.</summary>
    NotStarted,

    /// <summary>The service is being asked.</summary>
    InProgress,

    /// <summary>The role is gone.</summary>
    Succeeded,

    /// <summary>The role stays; the task says why.</summary>
    Failed,
}
