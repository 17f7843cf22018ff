using IamCore.Model;

namespace IamCore.Authorization.Snapshots;

/// <summary>
/// Something made from the directory at one revision. It remains valid until something it was made from changes; the latest revision
/// known to be valid is
/// remembered, so that checking again costs one comparison.
/// </summary>
internal abstract class Snapshot(long readAt, ObjectKey[] dependencies)
{
    private long _validThrough = readAt;

    /// <summary>The revision at which it was read; it may be wrong for earlier ones.</summary>
    public long ReadAt { get; } = readAt;

    /// <summary>Whether it was used since the cache last swept.</summary>
    public bool IsTouched { get; set; } = true;

    /// <summary>The latest revision known to be valid.</summary>
    protected long Known => Volatile.Read(ref _validThrough);

    /// <summary>
    /// Returns a revision through which the snapshot is valid: at least <paramref name="wanted"/> if that is known, and never less than
    /// <see cref="ReadAt"/>.
    /// </summary>
    public long ValidThrough(long wanted, ChangeLog log)
    {
        var known = Known;
        if (known >= wanted)
        {
            return known;
        }

        var through = Extend(log.UnchangedThrough(dependencies, known), wanted, log);
        if (through > known)
        {
            // A plain write: if two threads race, the smaller revision may win, which only costs another lookup.
            Volatile.Write(ref _validThrough, through);
        }

        return through;
    }

    /// <summary>Notes that a comparison with the directory at a revision found no difference.</summary>
    public void Confirm(long revision)
    {
        if (revision > Known)
        {
            Volatile.Write(ref _validThrough, revision);
        }
    }

    /// <summary>Reduces the revision valid for the direct dependencies to one that is valid for the parts as well.</summary>
    protected virtual long Extend(long through, long wanted, ChangeLog log) => through;
}
