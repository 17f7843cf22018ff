using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>How an account's root user is kept (ID-042).</summary>
public sealed record RootPosture
{
    /// <summary>The time in which a use counts as lately.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    /// <summary>Whether it has a password.</summary>
    public required bool IsPasswordSet { get; init; }

    /// <summary>When it was last used, by password, key or session, UTC; <see langword="null"/> for never.</summary>
    public required DateTimeOffset? LastUsed { get; init; }

    /// <summary>Number of access keys that work.</summary>
    public required int ActiveAccessKeys { get; init; }

    /// <summary>Number of enabled devices by type; empty without any.</summary>
    public required ValueList<KeyValuePair<MfaDeviceType, int>> MfaDevices { get; init; }

    /// <summary>The guard.</summary>
    public required RootUsageGuard Guard { get; init; }

    /// <summary>Whether it was used in the last 90 days.</summary>
    public required bool WasUsedLately { get; init; }
}
