namespace IamCore.Administration.Credentials;

/// <summary>Which virtual devices a list shows (CR-055).</summary>
public enum AssignmentStatus : byte
{
    /// <summary>All.</summary>
    Any,

    /// <summary>Those that somebody has.</summary>
    Assigned,

    /// <summary>Those that nobody has.</summary>
    Unassigned,
}
