using System.Collections;
using IamCore.Policies.Requests;

namespace IamCore.Policies;

/// <summary>
/// A request context held in memory. Names are compared without regard to case. Fill it before the first decision; afterwards any
/// number of threads may read it.
/// </summary>
public sealed class RequestContext : IRequestContext, IReadOnlyCollection<KeyValuePair<ContextKey, ContextValue>>
{
    private const int Few = 16;

    private Entry[] _entries = [];
    private Dictionary<ContextKey, int>? _many;

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
                _entries[index] = _entries[index] with { Value = Present(value) };
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
        return index < 0 ? default : _entries[index].Value;
    }

    /// <summary>Enumerates in the order added.</summary>
    public IEnumerator<KeyValuePair<ContextKey, ContextValue>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return new(_entries[i].Key, _entries[i].Value);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ContextValue Present(ContextValue value) =>
        value.IsAbsent ? throw new ArgumentException("An absent key is left out, not added", nameof(value)) : value;

    private int IndexOf(ContextKey key)
    {
        if (_many is not null)
        {
            return _many.TryGetValue(key, out var index) ? index : -1;
        }

        // Most keys are one object each; only where none is the same are they compared by name.
        var entries = _entries.AsSpan(0, Count);
        for (var i = 0; i < entries.Length; i++)
        {
            if (ReferenceEquals(entries[i].Key, key))
            {
                return i;
            }
        }

        return IndexOfEqual(entries, key);
    }

    private static int IndexOfEqual(ReadOnlySpan<Entry> entries, ContextKey key)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Key.Equals(key))
            {
                return i;
            }
        }

        return -1;
    }

    private void Append(ContextKey key, ContextValue value)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(8, Count * 2));
        }

        _entries[Count] = new Entry(key, value);
        if (_many is not null)
        {
            _many.Add(key, Count);
        }
        else if (Count == Few)
        {
            _many = [];
            for (var i = 0; i <= Count; i++)
            {
                _many.Add(_entries[i].Key, i);
            }
        }

        Count++;
        if (key.Derived != DerivedKey.None)
        {
            Derivable |= 1 << (int)key.Derived;
        }
    }

    private readonly record struct Entry(ContextKey Key, ContextValue Value);
}
