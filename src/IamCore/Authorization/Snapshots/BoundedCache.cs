using System.Collections.Concurrent;

namespace IamCore.Authorization.Snapshots;

/// <summary>A bounded cache of snapshots; those not used since the last sweep are evicted first.</summary>
internal sealed class BoundedCache<TKey, TSnapshot>(int capacity)
    where TKey : notnull
    where TSnapshot : Snapshot
{
    private readonly ConcurrentDictionary<TKey, TSnapshot> _snapshots = new();
    private int _count;
    private int _isSweeping;

    /// <summary>The number of cached snapshots.</summary>
    public int Count => Volatile.Read(ref _count);

    public bool TryGet(TKey key, out TSnapshot snapshot)
    {
        if (!_snapshots.TryGetValue(key, out snapshot!))
        {
            return false;
        }

        // Written only if it changes: an unconditional write would make readers on all cores contend for the cache line.
        if (!snapshot.IsTouched)
        {
            snapshot.IsTouched = true;
        }

        return true;
    }

    /// <summary>Finds a snapshot by an alternate form of the key, for example characters instead of a string.</summary>
    public bool TryGet<TOther>(TOther key, out TSnapshot snapshot)
        where TOther : notnull, allows ref struct
    {
        var isThere = _snapshots.GetAlternateLookup<TOther>().TryGetValue(key, out snapshot!);
        if (isThere && !snapshot.IsTouched)
        {
            snapshot.IsTouched = true;
        }

        return isThere;
    }

    /// <summary>Adds a snapshot, unless a later one is cached.</summary>
    public void Keep(TKey key, TSnapshot snapshot)
    {
        if (!_snapshots.TryAdd(key, snapshot))
        {
            if (_snapshots.TryGetValue(key, out var old) && old.ReadAt <= snapshot.ReadAt)
            {
                _snapshots.TryUpdate(key, snapshot, old);
            }

            return;
        }

        if (Interlocked.Increment(ref _count) > capacity && Interlocked.Exchange(ref _isSweeping, 1) == 0)
        {
            Sweep();
            Volatile.Write(ref _isSweeping, 0);
        }
    }

    /// <summary>Evicts a tenth of the capacity, so that the amortized cost per snapshot is constant.</summary>
    private void Sweep()
    {
        var room = Math.Max(1, capacity / 10);
        var excess = Count - capacity + room;
        foreach (var (key, snapshot) in _snapshots)
        {
            if (excess > 0 && !snapshot.IsTouched && TryRemove(key))
            {
                excess--;
            }

            snapshot.IsTouched = false;
        }

        foreach (var (key, _) in _snapshots)
        {
            if (excess <= 0)
            {
                return;
            }

            excess -= TryRemove(key) ? 1 : 0;
        }
    }

    private bool TryRemove(TKey key)
    {
        var isRemoved = _snapshots.TryRemove(key, out _);
        if (isRemoved)
        {
            Interlocked.Decrement(ref _count);
        }

        return isRemoved;
    }
}
