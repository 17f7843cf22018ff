namespace IamCore.Stores;

/// <summary>A watch cannot start after the requested revision, because the store no longer knows all commits since then.</summary>
public sealed class RevisionCompactedException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="afterRevision">The revision requested.</param>
    /// <param name="oldestRevision">The lowest revision that can be requested.</param>
    public RevisionCompactedException(long afterRevision, long oldestRevision)
        : base(FormattableString.Invariant(
            $"The commits after revision {afterRevision} are no longer available; the oldest revision to watch from is {oldestRevision}"))
    {
        AfterRevision = afterRevision;
        OldestRevision = oldestRevision;
    }

    /// <summary>The revision requested.</summary>
    public long AfterRevision { get; }

    /// <summary>The lowest revision that can be requested.</summary>
    public long OldestRevision { get; }
}
