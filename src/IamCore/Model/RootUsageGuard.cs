namespace IamCore.Model;

/// <summary>What happens when the root user is used (ID-040).</summary>
public enum RootUsageGuard : byte
{
    /// <summary>Root without a second factor is refused, but for setting one up.</summary>
    RequireMfa,

    /// <summary>Root is refused everything but the root-only tasks and changing the guard.</summary>
    Block,

    /// <summary>Each use is reported; the request continues.</summary>
    Warn,

    /// <summary>Nothing.</summary>
    Off,
}
