namespace IamCore.Events;

/// <summary>The kinds of <see cref="AdvisoryEvent"/>.</summary>
public enum AdvisoryKind : byte
{
    /// <summary>No kind.</summary>
    None,

    /// <summary>A root user authenticated (ID-040).</summary>
    RootUserUsed,

    /// <summary>An access key was created for a root user (ID-036).</summary>
    RootAccessKeyCreated,

    /// <summary>Somebody signed in as an emergency user or assumed an emergency role (ST-160).</summary>
    EmergencyAccessUsed,
}
