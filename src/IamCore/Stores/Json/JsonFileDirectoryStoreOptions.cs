namespace IamCore.Stores.Json;

/// <summary>How a JSON file is kept as a directory.</summary>
public sealed record JsonFileDirectoryStoreOptions
{
    /// <summary>How often the file is looked at for edits by hand; <see cref="Timeout.InfiniteTimeSpan"/> for never by itself.</summary>
    /// <value>1 second</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether the file is only read: no lock is taken, commits are refused, and another process may write it.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Told whenever an edit by hand was refused, once for each content; on a thread of its own.</summary>
    public Action<DirectoryFileException>? EditRefused { get; init; }

    /// <summary>Which policy documents an edit by hand may bring in; not asked when the file is only read, as its writer has answered.</summary>
    public PolicyAcceptance PolicyAcceptance { get; init; } = PolicyAcceptance.Default;

    /// <summary>The clock that polls.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
