using IamCore.Model;

namespace IamCore.Stores;

/// <summary>Changes that become one revision, or nothing (ID-256). No object is named twice among them.</summary>
public sealed record ChangeSet
{
    /// <summary>Objects to add or replace. The revision each carries is the one it must still have in the store, 0 for one that must not
    /// be there: a lost update is refused.</summary>
    public ValueList<DirectoryObject> Puts { get; init; } = ValueList<DirectoryObject>.Empty;

    /// <summary>Objects to remove, each with the revision it must still have.</summary>
    public ValueList<ExpectedRevision> Deletes { get; init; } = ValueList<ExpectedRevision>.Empty;

    /// <summary>Objects that are only read, each with the revision it must still have.</summary>
    public ValueList<ExpectedRevision> Unchanged { get; init; } = ValueList<ExpectedRevision>.Empty;

    /// <summary>Unique keys that nobody may hold before the change, for example a name that was looked up in vain.</summary>
    public ValueList<string> Unclaimed { get; init; } = ValueList<string>.Empty;

    /// <summary>Numbers of objects that must not be exceeded by the change (ID-258).</summary>
    public ValueList<CountLimit> Limits { get; init; } = ValueList<CountLimit>.Empty;
}
