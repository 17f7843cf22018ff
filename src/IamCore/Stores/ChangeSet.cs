using IamCore.Model;

namespace IamCore.Stores;

/// <summary>Changes that are committed together as one revision, or not at all (ID-256). No object may occur twice.</summary>
/// <example>
/// <code>
/// var alice = (IamUser)(await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(account, "alice")), cancellationToken))!;
/// CommitResult result = await store.CommitAsync(new ChangeSet { Puts = [alice with { Path = "/legal/" }] }, cancellationToken);
/// if (!result.IsCommitted)
/// {
///     Console.WriteLine($"{result.Conflict}: {result.Subject}");
/// }
/// </code>
/// </example>
public sealed record ChangeSet
{
    /// <summary>
    /// Objects to add or replace. Each carries the revision that the stored object is expected to have, or 0 if it must not exist yet, so
    /// that no update is lost.
    /// </summary>
    public ValueList<DirectoryObject> Puts { get; init; } = ValueList<DirectoryObject>.Empty;

    /// <summary>Objects to delete, each with the revision it is expected to have.</summary>
    public ValueList<ExpectedRevision> Deletes { get; init; } = ValueList<ExpectedRevision>.Empty;

    /// <summary>Objects that were only read, each with the revision it is expected to still have.</summary>
    public ValueList<ExpectedRevision> Unchanged { get; init; } = ValueList<ExpectedRevision>.Empty;

    /// <summary>Unique keys that no object may hold before the change, for example a name that was looked up and not found.</summary>
    public ValueList<string> Unclaimed { get; init; } = ValueList<string>.Empty;

    /// <summary>Numbers of objects that must not be exceeded after the change (ID-258).</summary>
    public ValueList<CountLimit> Limits { get; init; } = ValueList<CountLimit>.Empty;
}
