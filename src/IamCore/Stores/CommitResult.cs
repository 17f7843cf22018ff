namespace IamCore.Stores;

/// <summary>What became of a change set. The default is a conflict without details.</summary>
public readonly record struct CommitResult
{
    private CommitResult(long revision, CommitConflict conflict, string? subject)
    {
        Revision = revision;
        Conflict = conflict;
        Subject = subject;
    }

    /// <summary>Whether the change is made.</summary>
    public bool IsCommitted => Conflict == CommitConflict.None;

    /// <summary>The new revision; 0 where the change was refused.</summary>
    public long Revision { get; }

    /// <summary>Why the change was refused.</summary>
    public CommitConflict Conflict { get; }

    /// <summary>For people: the object or unique key that was in the way; <see langword="null"/> where the change is made.</summary>
    public string? Subject { get; }

    /// <summary>The change is made.</summary>
    public static CommitResult Committed(long revision) => new(revision, CommitConflict.None, null);

    /// <summary>The change was refused; nothing changed.</summary>
    public static CommitResult Refused(CommitConflict conflict, string subject) => new(0, conflict, subject);
}
