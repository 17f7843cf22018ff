namespace IamCore.Events;

/// <summary>What <see cref="AdvisoryEvent"/> tells.</summary>
public enum AdvisoryKind : byte
{
    /// <summary>No event.</summary>
    None,

    /// <summary>The root user authenticated (ID-040).</summary>
    RootUserUsed,

    /// <summary>The root user got an access key (ID-036).</summary>
    RootAccessKeyCreated,

    /// <summary>Somebody signed in as an emergency user, or took an emergency role (ST-160).</summary>
    EmergencyAccessUsed,
}
