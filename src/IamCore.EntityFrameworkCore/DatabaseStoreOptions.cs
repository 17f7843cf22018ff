using System.Diagnostics.Metrics;

namespace IamCore.EntityFrameworkCore;

/// <summary>Settings of a <see cref="DatabaseDirectoryStore"/>.</summary>
public sealed record DatabaseStoreOptions
{
    /// <summary>
    /// How often the database is polled for its revision, so that commits of other processes take effect. Decisions are usually delayed
    /// by no more than this;
    /// the guaranteed bound is <see cref="AuthorizerOptions.MaxStaleness"/>.
    /// </summary>
    /// <value>1 second</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long decisions continue from cached data while the database is unavailable, counted from its last answer. After that, and for
    /// anything not cached,
    /// questions fail with <see cref="DirectoryUnavailableException"/> until the database is available again.
    /// </summary>
    /// <value>30 seconds</value>
    public TimeSpan OutageTolerance { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The timeout of a statement; for reads, of all attempts together.</summary>
    /// <value>10 seconds</value>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the database may take to return its revision before it counts as unavailable.</summary>
    /// <value>2 seconds</value>
    public TimeSpan PollTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The minimum number of commits kept in the change log. Watchers that are further behind must read the directory again.
    /// </summary>
    /// <value>100,000</value>
    public int KeptCommits { get; init; } = 100_000;

    /// <summary>
    /// Whether the tables are created and upgraded when the store is first used; if not, an outdated database is rejected.
    /// </summary>
    /// <value><see langword="true"/></value>
    public bool UpgradeSchema { get; init; } = true;

    /// <summary>
    /// Whether to listen for notifications of the database (LISTEN/NOTIFY of PostgreSQL) on a separate connection. Without them, commits
    /// of other processes take
    /// effect with the next poll.
    /// </summary>
    /// <value><see langword="true"/></value>
    public bool ListenForHints { get; init; } = true;

    /// <summary>The clock.</summary>
    /// <value><see cref="TimeProvider.System"/></value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Creates the meter <c>IamCore</c>; by default the container's factory is used, and without a container the store owns its meter.
    /// </summary>
    public IMeterFactory? Meters { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(PollInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(OutageTolerance, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(CommandTimeout, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(PollTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(KeptCommits, 1);
    }
}
