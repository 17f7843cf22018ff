using IamCore.Model;

namespace IamCore.Authorization.Snapshots;

/// <summary>
/// Something made from the directory as of one revision. It stays right for later revisions until something it was made from changes;
/// how far that is known is remembered, so that asking again costs one comparison.
/// </summary>
internal abstract class Snapshot(long readAt, ObjectKey[] dependencies)
{
    private long _validThrough = readAt;

    /// <summary>The revision it was read at; for earlier ones it may be wrong.</summary>
    public long ReadAt { get; } = readAt;

    /// <summary>Whether somebody asked for it since the cache last looked for what can go.</summary>
    public bool IsTouched { get; set; } = true;

    /// <summary>What is known so far.</summary>
    protected long Known => Volatile.Read(ref _validThrough);

    /// <summary>A revision through which it is right, at least <paramref name="wanted"/> if that can be told; at least <see cref="ReadAt"/> in any case.</summary>
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
            Volatile.Write(ref _validThrough, through);
        }

        return through;
    }

    /// <summary>It was compared with the directory as of a revision and found the same.</summary>
    public void Confirm(long revision)
    {
        if (revision > Known)
        {
            Volatile.Write(ref _validThrough, revision);
        }
    }

    /// <summary>Narrows what the own dependencies allow by what the parts allow.</summary>
    protected virtual long Extend(long through, long wanted, ChangeLog log) => through;
}
