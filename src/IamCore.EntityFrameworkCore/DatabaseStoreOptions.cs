using System.Diagnostics.Metrics;

namespace IamCore.EntityFrameworkCore;

/// <summary>How a directory is kept in a database.</summary>
public sealed record DatabaseStoreOptions
{
    /// <summary>How often the database is asked for its revision, so that commits of other processes become known. How late a decision may be is
    /// <see cref="AuthorizerOptions.MaxStaleness"/>; this is when it usually is.</summary>
    /// <value>1 second</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>For how long decisions go on from what was read before while the database does not answer, counted from its last answer. Beyond it, and for
    /// whatever was not read before, questions fail with <see cref="DirectoryUnavailableException"/> until it answers again.</summary>
    /// <value>30 seconds</value>
    public TimeSpan OutageTolerance { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the database may take for one statement; a reading has no longer for all its attempts.</summary>
    /// <value>10 seconds</value>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the database may take to tell its revision before it counts as away.</summary>
    /// <value>2 seconds</value>
    public TimeSpan PollTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many commits the change log keeps at least. Who follows from further back reads anew.</summary>
    /// <value>100,000</value>
    public int KeptCommits { get; init; } = 100_000;

    /// <summary>Whether the tables are made and upgraded when the store is first used; else a database that is behind is refused.</summary>
    /// <value><see langword="true"/></value>
    public bool UpgradeSchema { get; init; } = true;

    /// <summary>Whether hints of the database (LISTEN/NOTIFY of PostgreSQL) are listened to, on a connection of their own. Without them, commits of others become known with the next poll.</summary>
    /// <value><see langword="true"/></value>
    public bool ListenForHints { get; init; } = true;

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Makes the meter <c>IamCore</c>; by default the container's, and without a container the store has its own.</summary>
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
