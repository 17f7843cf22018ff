namespace IamCore.Model;

/// <summary>The status of the deletion of a service-linked role (ID-129).</summary>
public enum RoleDeletionStatus : byte
{
    /// <summary>The deletion was requested.</summary>
    NotStarted,

    /// <summary>The service is checking whether the role is still in use.</summary>
    InProgress,

    /// <summary>The role was deleted.</summary>
    Succeeded,

    /// <summary>The role was not deleted; the task contains the reason.</summary>
    Failed,
}
