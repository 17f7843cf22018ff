using System.Collections;

namespace IamCore.Policies;

/// <summary>
/// A request context held in memory. Names are compared without regard to case. Fill it before the first decision; afterwards any
/// number of threads may read it.
/// </summary>
public sealed class RequestContext : IRequestContext, IReadOnlyCollection<KeyValuePair<ContextKey, ContextValue>>
{
    private int[] _hashes = [];
    private ContextKey[] _keys = [];
    private ContextValue[] _values = [];

    /// <summary>The context that knows nothing.</summary>
    public static IRequestContext Empty { get; } = new RequestContext();

    /// <summary>Number of keys.</summary>
    public int Count { get; private set; }

    /// <summary>The engine's own keys among those supplied, one bit each.</summary>
    internal int Derivable { get; private set; }

    /// <summary>The value of a key, absent where it is not held; setting replaces, setting <see cref="ContextValue.Absent"/> removes nothing
    /// and is refused.</summary>
    /// <exception cref="ArgumentException">The value set is absent.</exception>
    public ContextValue this[string name]
    {
        get => Find(ContextKey.Of(name));
        set
        {
            var key = ContextKey.Of(name);
            var index = IndexOf(key);
            if (index < 0)
            {
                Append(key, Present(value));
            }
            else
            {
                _values[index] = Present(value);
            }
        }
    }

    /// <summary>Adds a key that is not there yet.</summary>
    /// <exception cref="ArgumentException">The key is there in some letter case (PL-106), or the value is absent.</exception>
    public void Add(string name, ContextValue value)
    {
        if (!TryAdd(name, value))
        {
            throw new ArgumentException($"The context has \"{name}\" already, perhaps in another letter case", nameof(name));
        }
    }

    /// <summary>Adds a key; false where it is there in some letter case (PL-106).</summary>
    /// <exception cref="ArgumentException">The value is absent.</exception>
    public bool TryAdd(string name, ContextValue value)
    {
        var key = ContextKey.Of(name);
        if (IndexOf(key) >= 0)
        {
            return false;
        }

        Append(key, Present(value));
        return true;
    }

    /// <inheritdoc />
    public ContextValue Find(ContextKey key)
    {
        var index = IndexOf(key);
        return index < 0 ? default : _values[index];
    }

    /// <summary>Enumerates in the order added.</summary>
    public IEnumerator<KeyValuePair<ContextKey, ContextValue>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return new(_keys[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ContextValue Present(ContextValue value) =>
        value.IsAbsent ? throw new ArgumentException("An absent key is left out, not added", nameof(value)) : value;

    private int IndexOf(ContextKey key)
    {
        var start = 0;
        while (true)
        {
            var found = _hashes.AsSpan(start, Count - start).IndexOf(key.Hash);
            if (found < 0)
            {
                return -1;
            }

            if (_keys[start + found].Equals(key))
            {
                return start + found;
            }

            start += found + 1;
        }
    }

    private void Append(ContextKey key, ContextValue value)
    {
        if (Count == _keys.Length)
        {
            var capacity = Math.Max(8, Count * 2);
            Array.Resize(ref _hashes, capacity);
            Array.Resize(ref _keys, capacity);
            Array.Resize(ref _values, capacity);
        }

        _hashes[Count] = key.Hash;
        _keys[Count] = key;
        _values[Count] = value;
        Count++;
        if (key.Derived != DerivedKey.None)
        {
            Derivable |= 1 << (int)key.Derived;
        }
    }
}
