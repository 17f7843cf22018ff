namespace IamCore.Stores;

/// <summary>What one identity last did, by action. Readers take the array that is current.</summary>
internal sealed class IdentityAccess
{
    private const int MaxActions = 512;

    private readonly Lock _writing = new();
    private volatile LastAccess[] _all = [];

    /// <summary>Whether the identity was dropped, so that nobody would read what is put here.</summary>
    public bool IsForgotten { get; set; }

    /// <summary>In no order.</summary>
    public IReadOnlyList<LastAccess> All => _all;

    /// <summary>The time of the latest access; the end of time before the first, which is about to be put here.</summary>
    public DateTimeOffset Latest => _all is { Length: > 0 } all ? all.Max(access => access.Time) : DateTimeOffset.MaxValue;

    /// <summary>Whether an access now is worth recording (ID-270).</summary>
    public bool IsDue(in ActionName action, DateTimeOffset now)
    {
        foreach (var access in _all)
        {
            if (access.Action == action)
            {
                return now - access.Time >= LastAccessed.Granularity;
            }
        }

        return true;
    }

    /// <summary>Records an access, unless a later one of the action is there; the oldest action makes room.</summary>
    public void Put(LastAccess access)
    {
        lock (_writing)
        {
            var index = Array.FindIndex(_all, a => a.Action == access.Action);
            if (index >= 0 && _all[index].Time >= access.Time)
            {
                return;
            }

            LastAccess[] next = index < 0 && _all.Length < MaxActions ? [.. _all, access] : [.. _all];
            if (index < 0 && next.Length == _all.Length)
            {
                index = Array.IndexOf(next, next.MinBy(a => a.Time)!);
            }

            next[index < 0 ? next.Length - 1 : index] = access;
            _all = next;
        }
    }
}
