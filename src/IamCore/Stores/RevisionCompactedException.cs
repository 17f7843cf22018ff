namespace IamCore.Stores;

/// <summary>The commits asked for are no longer known one by one.</summary>
public sealed class RevisionCompactedException : InvalidOperationException
{
    /// <summary>Says which revisions are concerned.</summary>
    public RevisionCompactedException(long afterRevision, long oldestRevision)
        : base(FormattableString.Invariant($"The commits after revision {afterRevision} are not all known any more; the oldest known one can be watched after revision {oldestRevision}"))
    {
        AfterRevision = afterRevision;
        OldestRevision = oldestRevision;
    }

    /// <summary>The revision asked for.</summary>
    public long AfterRevision { get; }

    /// <summary>The lowest revision that can be asked for.</summary>
    public long OldestRevision { get; }
}
