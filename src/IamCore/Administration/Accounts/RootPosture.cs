using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>How an account's root user is secured and used (ID-042).</summary>
public sealed record RootPosture
{
    /// <summary>The period in which a use counts as recent: 90 days.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    /// <summary>Whether it has a password.</summary>
    public required bool IsPasswordSet { get; init; }

    /// <summary>When it was last used, by password, key or session, in UTC; <see langword="null"/> if never.</summary>
    public required DateTimeOffset? LastUsed { get; init; }

    /// <summary>The number of active access keys.</summary>
    public required int ActiveAccessKeys { get; init; }

    /// <summary>The number of enabled MFA devices by type; empty if there are none.</summary>
    public required ValueList<KeyValuePair<MfaDeviceType, int>> MfaDevices { get; init; }

    /// <summary>What happens when the root user is used.</summary>
    public required RootUsageGuard Guard { get; init; }

    /// <summary>Whether it was used within the last 90 days.</summary>
    public required bool WasUsedLately { get; init; }
}
