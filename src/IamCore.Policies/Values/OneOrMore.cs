using System.Diagnostics.CodeAnalysis;

namespace IamCore.Policies.Values;

/// <summary>
/// A list whose first item stands in the owner itself: most statements have one action pattern, one resource and one condition, and what
/// decides about them should lie together in memory. The default is empty.
/// </summary>
internal readonly struct OneOrMore<T>
{
    private readonly T _first;
    private readonly T[]? _rest;

    public OneOrMore(ReadOnlySpan<T> items)
    {
        Count = items.Length;
        _first = items.IsEmpty ? default! : items[0];
        _rest = items.Length > 1 ? items[1..].ToArray() : null;
    }

    /// <summary>A list of one item and those that follow it.</summary>
    public OneOrMore(T first, T[]? rest)
    {
        Count = 1 + (rest?.Length ?? 0);
        _first = first;
        _rest = rest;
    }

    public int Count { get; }

    [UnscopedRef]
    public ref readonly T this[int index] => ref index == 0 ? ref _first : ref _rest![index - 1];
}
