namespace IamCore.Administration.Credentials;

/// <summary>Selects the virtual MFA devices to list (CR-055).</summary>
public enum AssignmentStatus : byte
{
    /// <summary>All devices.</summary>
    Any,

    /// <summary>Devices that are assigned to a user or to root.</summary>
    Assigned,

    /// <summary>Devices that are not assigned.</summary>
    Unassigned,
}
