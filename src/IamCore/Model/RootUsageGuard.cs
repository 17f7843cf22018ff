namespace IamCore.Model;

/// <summary>What happens when a root user is used (ID-040).</summary>
public enum RootUsageGuard : byte
{
    /// <summary>Requests without a second factor are denied, except for setting one up.</summary>
    RequireMfa,

    /// <summary>All requests are denied except for root-only actions and for changing the guard.</summary>
    Block,

    /// <summary>Each use is reported as an event; requests are not denied.</summary>
    Warn,

    /// <summary>No restriction and no report.</summary>
    Off,
}
