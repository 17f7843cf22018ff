using System.Collections.Frozen;
using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies;

/// <summary>The name of a context key, compared without regard to case (PL-105). Made once, when a document is compiled or a context filled.</summary>
public sealed class ContextKey : IEquatable<ContextKey>
{
    private static readonly FrozenDictionary<string, ContextKey> WellKnown =
        ContextKeyTable.Keys.ToFrozenDictionary(row => row.Name, row => new ContextKey(row.Name, row), StringComparer.OrdinalIgnoreCase);

    private static readonly RecentTexts<ContextKey> Recent = new(256);

    private ContextKey(string name, ContextKeyRow row)
    {
        Name = name.ToLowerInvariant();
        Hash = string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);
        Derived = row.Derived;
        Owner = row.Owner;
    }

    /// <summary>The name in lower case.</summary>
    public string Name { get; }

    /// <summary>Who supplies the key; <see cref="ContextKeyOwner.Host"/> for keys that IamCore does not know.</summary>
    public ContextKeyOwner Owner { get; }

    /// <summary>Whether only the engine and the caller's session can supply the key, and no host (EV-013, ST-027).</summary>
    internal bool IsOfCaller => Owner is ContextKeyOwner.Principal or ContextKeyOwner.Session or ContextKeyOwner.Service;

    internal int Hash { get; }

    internal DerivedKey Derived { get; }

    /// <summary>
    /// The key of a name in any spelling. Keys that AWS names are one object each, and others mostly, so that comparing them costs nothing.
    /// </summary>
    public static ContextKey Of(string name)
    {
        if (!Recent.TryFind(name, out var key))
        {
            key = Make(name);
            Recent.Keep(name, key);
        }

        return key;
    }

    /// <inheritdoc />
    public bool Equals(ContextKey? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Hash == other.Hash && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ContextKey);

    /// <inheritdoc />
    public override int GetHashCode() => Hash;

    /// <summary>The name in lower case.</summary>
    public override string ToString() => Name;

    private static ContextKey Make(string name) =>
        WellKnown.TryGetValue(name, out var known) ? known : new ContextKey(name, ContextKeyTable.Of(name));
}
