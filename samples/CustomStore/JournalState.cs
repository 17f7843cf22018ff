using System.Collections.Immutable;
using IamCore.Model;
using IamCore.Stores;

namespace CustomStore;

/// <summary>The whole directory at one revision. It looks through all objects where a larger store would have indexes.</summary>
internal sealed record JournalState(long Revision, ImmutableDictionary<ObjectKey, DirectoryObject> Objects, ImmutableList<Commit> Commits)
{
    /// <summary>A new one for each store: each has its own next state.</summary>
    public static JournalState Empty => new(0, ImmutableDictionary<ObjectKey, DirectoryObject>.Empty, []);

    /// <summary>Completes when the next state takes the place of this one.</summary>
    public TaskCompletionSource Next { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DirectoryObject? Find(ObjectLocator locator) => locator.UniqueKey is not { } name
        ? Objects.GetValueOrDefault(locator.Key)
        : Objects.Values.FirstOrDefault(o => o.UniqueKeys.Contains(name));

    public IEnumerable<DirectoryObject> Listed(ObjectQuery query) => Objects.Values
        .Where(o => o.ObjectKind == query.Kind && o.Scope == query.Scope && o.ListPath.StartsWith(query.PathPrefix, StringComparison.Ordinal))
        .Where(o => query.RefersTo is not { } wanted || o.References.Any(r => r.Relation == wanted.Relation && r.Target == wanted.Target))
        .OrderBy(ListPosition.Of, Comparer<ListPosition>.Create(Place.Compare));

    /// <summary>The state after a change set, allowed or not.</summary>
    public JournalState With(ChangeSet changes)
    {
        if (changes.Puts.Count + changes.Deletes.Count == 0)
        {
            return this;
        }

        var revision = Revision + 1;
        var objects = Objects.RemoveRange(changes.Deletes.Select(d => d.Key)).SetItems(changes.Puts.Select(o => KeyValuePair.Create(o.Key, o with { Revision = revision })));
        IEnumerable<ObjectChange> told = [.. changes.Puts.Select(o => new ObjectChange(o.Key, ChangeType.Put)), .. changes.Deletes.Select(d => new ObjectChange(d.Key, ChangeType.Delete))];
        return new(revision, objects, Commits.Add(new Commit(revision, [.. told])));
    }

    /// <summary>Why a change set must not lead to a state; null where it may.</summary>
    public CommitResult? Refuse(ChangeSet changes, JournalState after)
    {
        IEnumerable<ExpectedRevision> expected = [.. changes.Puts.Select(o => new ExpectedRevision(o.Key, o.Revision)), .. changes.Deletes, .. changes.Unchanged];
        foreach (var e in expected.Where(e => (Objects.GetValueOrDefault(e.Key)?.Revision ?? 0) != e.Revision).Concat(changes.Deletes.Where(d => d.Revision == 0)))
        {
            return CommitResult.Refused(CommitConflict.Revision, e.Key.ToString());
        }

        var doubled = after.Objects.Values.SelectMany(o => o.UniqueKeys.Distinct()).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(names => names.Count() > 1)?.Key;
        if ((doubled ?? changes.Unclaimed.FirstOrDefault(name => Find(ObjectLocator.ByUniqueKey(name)) is not null)) is { } taken)
        {
            return CommitResult.Refused(CommitConflict.UniqueKey, taken);
        }

        var lost = after.Objects.Values.SelectMany(o => o.References).Where(r => !r.IsWeak && !after.Objects.ContainsKey(r.Target)).Select(r => r.Target.ToString()).FirstOrDefault();
        if (lost is not null)
        {
            return CommitResult.Refused(CommitConflict.Reference, lost);
        }

        var full = changes.Limits.FirstOrDefault(l => after.Listed(new() { Kind = l.Kind, Scope = l.Scope, RefersTo = l.RefersTo }).Count() > l.Maximum);
        return full is null ? null : CommitResult.Refused(CommitConflict.Limit, $"{full.Kind} of {full.Scope}");
    }
}

/// <summary>The order of lists (ID-265).</summary>
internal static class Place
{
    public static int Compare(ListPosition x, ListPosition y) =>
        string.CompareOrdinal(x.FoldedName, y.FoldedName) is var order and not 0 ? order : string.CompareOrdinal(x.Id, y.Id);
}
