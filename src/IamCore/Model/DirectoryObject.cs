using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>
/// One object of the directory, immutable. What a store needs to know of it is here: key, revision, where it is listed, which keys it
/// claims for itself alone, and what it refers to.
/// </summary>
public abstract record DirectoryObject
{
    /// <summary>What it is.</summary>
    [JsonIgnore]
    public abstract ObjectKind ObjectKind { get; }

    /// <summary>The unique id; never changes and is never given out again (ID-065).</summary>
    [JsonPropertyOrder(-5)]
    public required string Id { get; init; }

    /// <summary>The store's revision at which this object last changed, set by the store; 0 before it was ever stored (ID-258).</summary>
    [JsonPropertyOrder(1)]
    public long Revision { get; init; }

    /// <summary>Kind and id.</summary>
    [JsonIgnore]
    public ObjectKey Key => new(ObjectKind, Id);

    /// <summary>The 12 digits of the account that owns it; the empty string for objects above accounts.</summary>
    [JsonIgnore]
    public abstract string Scope { get; }

    /// <summary>What lists are ordered by, after <see cref="DirectoryKeys.Fold"/> (ID-265).</summary>
    [JsonIgnore]
    public abstract string ListName { get; }

    /// <summary>What lists can be narrowed by: the path, from slash to slash.</summary>
    [JsonIgnore]
    public virtual string ListPath => "/";

    /// <summary>The keys that no other object may have at the same time; see <see cref="DirectoryKeys"/>.</summary>
    [JsonIgnore]
    public abstract ValueList<string> UniqueKeys { get; }

    /// <summary>What it refers to; no pair of relation and target twice.</summary>
    [JsonIgnore]
    public virtual ValueList<ObjectReference> References => ValueList<ObjectReference>.Empty;
}
