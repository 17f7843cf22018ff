namespace IamCore.Stores;

/// <summary>The outcome of committing a change set. The default value is a conflict without details.</summary>
public readonly record struct CommitResult
{
    private CommitResult(long revision, CommitConflict conflict, string? subject)
    {
        Revision = revision;
        Conflict = conflict;
        Subject = subject;
    }

    /// <summary>Whether the change set was committed.</summary>
    public bool IsCommitted => Conflict == CommitConflict.None;

    /// <summary>The new revision; 0 if the change set was not committed.</summary>
    public long Revision { get; }

    /// <summary>Why the change set was not committed.</summary>
    public CommitConflict Conflict { get; }

    /// <summary>
    /// The conflicting object or unique key, for error messages; <see langword="null"/> if the change set was committed.
    /// </summary>
    public string? Subject { get; }

    /// <summary>Creates the result of a commit.</summary>
    /// <param name="revision">The new revision.</param>
    /// <returns>The result.</returns>
    public static CommitResult Committed(long revision) => new(revision, CommitConflict.None, null);

    /// <summary>Creates the result of a conflict; nothing was changed.</summary>
    /// <param name="conflict">The kind of conflict.</param>
    /// <param name="subject">The conflicting object or unique key.</param>
    /// <returns>The result.</returns>
    public static CommitResult Refused(CommitConflict conflict, string subject) => new(0, conflict, subject);
}
