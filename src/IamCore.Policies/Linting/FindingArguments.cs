using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace IamCore.Policies.Linting;

/// <summary>The values a finding's message was made of, in order; equal to another list of the same names and values.</summary>
public sealed class FindingArguments : IReadOnlyDictionary<string, string>, IEquatable<FindingArguments>
{
    private readonly ValueList<KeyValuePair<string, string>> _items;

    internal FindingArguments(ValueList<KeyValuePair<string, string>> items) => _items = items;

    /// <summary>No values.</summary>
    public static FindingArguments Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _items.Count;

    /// <inheritdoc />
    public IEnumerable<string> Keys => _items.Select(i => i.Key);

    /// <inheritdoc />
    public IEnumerable<string> Values => _items.Select(i => i.Value);

    /// <inheritdoc />
    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The finding has no argument {key}");

    /// <inheritdoc />
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        foreach (var (name, text) in _items)
        {
            if (name == key)
            {
                value = text;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <inheritdoc />
    public bool Equals(FindingArguments? other) => other is not null && _items.Equals(other._items);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as FindingArguments);

    /// <inheritdoc />
    public override int GetHashCode() => _items.GetHashCode();

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
