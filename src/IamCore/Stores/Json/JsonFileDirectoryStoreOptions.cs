namespace IamCore.Stores.Json;

/// <summary>Settings of a <see cref="JsonFileDirectoryStore"/>.</summary>
public sealed record JsonFileDirectoryStoreOptions
{
    /// <summary>
    /// How often the file is checked for manual edits; <see cref="Timeout.InfiniteTimeSpan"/> to check only before commits and on demand.
    /// </summary>
    /// <value>1 second</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether to open the file read-only: no lock is taken, commits fail, and another process may write the file.</summary>
    /// <value><see langword="false"/></value>
    public bool IsReadOnly { get; init; }

    /// <summary>Called on a thread-pool thread when a manual edit was rejected, once for each content.</summary>
    public Action<DirectoryFileException>? EditRefused { get; init; }

    /// <summary>
    /// Which policy documents a manual edit may introduce. Ignored if the file is opened read-only, since its writer has decided.
    /// </summary>
    /// <value><see cref="PolicyAcceptance.Default"/></value>
    public PolicyAcceptance PolicyAcceptance { get; init; } = PolicyAcceptance.Default;

    /// <summary>The clock used for polling.</summary>
    /// <value><see cref="TimeProvider.System"/></value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
