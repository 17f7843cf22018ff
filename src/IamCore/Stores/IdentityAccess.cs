namespace IamCore.Stores;

/// <summary>The last accesses of one identity, by action. The array is replaced on every change, so that readers need no lock.</summary>
internal sealed class IdentityAccess
{
    private const int MaxActions = 512;

    private readonly Lock _writing = new();
    private volatile LastAccess[] _all = [];

    /// <summary>Whether the identity was dropped, so that accesses recorded here would be lost.</summary>
    public bool IsForgotten { get; set; }

    /// <summary>The accesses in no particular order.</summary>
    public IReadOnlyList<LastAccess> All => _all;

    /// <summary>The time of the latest access; the maximum time if there is none yet, since one is about to be recorded.</summary>
    public DateTimeOffset Latest => _all is { Length: > 0 } all ? all.Max(access => access.Time) : DateTimeOffset.MaxValue;

    /// <summary>Whether an access at this time must be recorded (ID-270).</summary>
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

    /// <summary>
    /// Records an access, unless a later one of the same action exists. If the array is full, the oldest action is replaced.
    /// </summary>
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
