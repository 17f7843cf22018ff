using System.Diagnostics.CodeAnalysis;

namespace IamCore.Policies.Linting.Catalog;

/// <summary>Condition keys by name and by family, without regard to case (VA-211, VA-216).</summary>
internal sealed class KeyTable
{
    private readonly Dictionary<string, KeyEntry> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, KeyEntry> _families = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, KeyEntry>.AlternateLookup<ReadOnlySpan<char>> _familiesBySpan;

    public KeyTable() => _familiesBySpan = _families.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names declared, for suggestions.</summary>
    public IEnumerable<string> Names => _keys.Keys.Concat(_families.Keys);

    /// <summary>Adds a key; a later one of the same name replaces an earlier one.</summary>
    public void Add(KeyEntry entry)
    {
        if (entry.Stem is { } stem)
        {
            _families[stem] = entry;
        }
        else
        {
            _keys[entry.Key.Name] = entry;
        }
    }

    /// <summary>Finds a key; of a family any member with a text after the slash.</summary>
    public bool TryFind(string key, [NotNullWhen(true)] out KeyEntry? entry)
    {
        if (_keys.TryGetValue(key, out entry))
        {
            return true;
        }

        for (var slash = key.IndexOf('/', StringComparison.Ordinal); slash >= 0 && slash < key.Length - 1;)
        {
            if (_familiesBySpan.TryGetValue(key.AsSpan(0, slash), out entry))
            {
                return true;
            }

            var next = key.AsSpan(slash + 1).IndexOf('/');
            slash = next < 0 ? -1 : slash + 1 + next;
        }

        entry = null;
        return false;
    }

    /// <summary>Whether the key is the stem of a family with nothing after it (VA-148).</summary>
    public bool IsBareStem(string key) => _familiesBySpan.ContainsKey(key.EndsWith('/') ? key.AsSpan(0, key.Length - 1) : key);
}
