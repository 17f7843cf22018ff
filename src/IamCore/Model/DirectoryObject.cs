using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>
/// An object of the directory, immutable. Declares what a store must know: its key, its revision, the list it appears in, its unique keys
/// and its references.
/// </summary>
public abstract record DirectoryObject
{
    /// <summary>The kind of the object.</summary>
    [JsonIgnore]
    public abstract ObjectKind ObjectKind { get; }

    /// <summary>The unique id. It never changes and is never reused (ID-065).</summary>
    [JsonPropertyOrder(-5)]
    public required string Id { get; init; }

    /// <summary>The revision at which the object last changed, set by the store; 0 if it has not been stored yet (ID-258).</summary>
    [JsonPropertyOrder(1)]
    public long Revision { get; init; }

    /// <summary>The kind and id.</summary>
    [JsonIgnore]
    public ObjectKey Key => new(ObjectKind, Id);

    /// <summary>The 12-digit id of the account that owns the object; empty for objects that belong to no account.</summary>
    [JsonIgnore]
    public abstract string Scope { get; }

    /// <summary>The name by which lists are ordered, after <see cref="DirectoryKeys.Fold"/> (ID-265).</summary>
    [JsonIgnore]
    public abstract string ListName { get; }

    /// <summary>The path by which lists are filtered; begins and ends with a slash.</summary>
    [JsonIgnore]
    public virtual string ListPath => "/";

    /// <summary>The keys that no other object may hold at the same time; see <see cref="DirectoryKeys"/>.</summary>
    [JsonIgnore]
    public abstract ValueList<string> UniqueKeys { get; }

    /// <summary>The references to other objects; each pair of relation and target at most once.</summary>
    [JsonIgnore]
    public virtual ValueList<ObjectReference> References => ValueList<ObjectReference>.Empty;
}
