using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using IamCore.Model;

namespace IamCore.Stores;

/// <summary>
/// A whole directory at one revision, immutable, with its indexes. The next state shares everything that did not change.
/// </summary>
internal sealed class DirectoryState
{
    private readonly ImmutableDictionary<ObjectKey, DirectoryObject> _objects;
    private readonly ImmutableDictionary<string, ObjectKey> _unique;
    private readonly ImmutableSortedSet<ListKey> _lists;
    private readonly ImmutableDictionary<(ObjectKey Target, Relation Relation), ImmutableSortedSet<ListKey>> _referrers;

    private DirectoryState(
        long revision,
        ImmutableDictionary<ObjectKey, DirectoryObject> objects,
        ImmutableDictionary<string, ObjectKey> unique,
        ImmutableSortedSet<ListKey> lists,
        ImmutableDictionary<(ObjectKey, Relation), ImmutableSortedSet<ListKey>> referrers)
    {
        Revision = revision;
        _objects = objects;
        _unique = unique;
        _lists = lists;
        _referrers = referrers;
    }

    public static DirectoryState Empty { get; } = new(
        0,
        ImmutableDictionary<ObjectKey, DirectoryObject>.Empty,
        ImmutableDictionary.Create<string, ObjectKey>(StringComparer.Ordinal),
        [],
        ImmutableDictionary<(ObjectKey, Relation), ImmutableSortedSet<ListKey>>.Empty);

    public long Revision { get; }

    public IEnumerable<DirectoryObject> InListOrder => _lists.Select(k => _objects[new(k.Kind, k.Id)]);

    public DirectoryObject? Find(ObjectKey key) => _objects.GetValueOrDefault(key);

    public DirectoryObject? Find(ObjectLocator locator) =>
        locator.UniqueKey is null ? Find(locator.Key)
        : _unique.TryGetValue(locator.UniqueKey, out var key) ? _objects[key] : null;

    public DirectoryGraph Load(ImmutableArray<ObjectLocator> roots)
    {
        var found = new Dictionary<ObjectKey, DirectoryObject>();
        var open = new Stack<DirectoryObject>();
        var starts = ImmutableArray.CreateBuilder<DirectoryObject?>(roots.Length);
        foreach (var locator in roots)
        {
            var start = Find(locator);
            starts.Add(start);
            Visit(start);
        }

        while (open.TryPop(out var next))
        {
            foreach (var reference in next.References)
            {
                Visit(Find(reference.Target));
            }
        }

        return new DirectoryGraph(Revision, starts.MoveToImmutable(), found.Values);

        void Visit(DirectoryObject? o)
        {
            if (o is not null && found.TryAdd(o.Key, o))
            {
                open.Push(o);
            }
        }
    }

    public ObjectPage List(ObjectQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, ObjectQuery.MaxLimit);
        var (list, start, end) = Range(query.Kind, query.Scope, query.RefersTo);
        if (query.After is { } after)
        {
            var index = list.IndexOf(new(query.Kind, query.Scope, after.FoldedName, after.Id));
            start = Math.Max(start, index < 0 ? ~index : index + 1);
        }

        var items = new List<DirectoryObject>();
        for (var i = start; i < end; i++)
        {
            var o = At(list, i);
            if (!o.ListPath.StartsWith(query.PathPrefix, StringComparison.Ordinal))
            {
                continue;
            }

            if (items.Count == query.Limit)
            {
                return new ObjectPage(Revision, [.. items], ListPosition.Of(items[^1]));
            }

            items.Add(o);
        }

        return new ObjectPage(Revision, [.. items], null);
    }

    public int Count(ObjectQuery query)
    {
        var (list, start, end) = Range(query.Kind, query.Scope, query.RefersTo);
        if (query.PathPrefix is "/" or "")
        {
            return end - start;
        }

        var count = 0;
        for (var i = start; i < end; i++)
        {
            count += At(list, i).ListPath.StartsWith(query.PathPrefix, StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Computes the state after a change set, or the reason why it cannot be applied in <paramref name="refusal"/>.</summary>
    public bool TryApply(
        ChangeSet changes,
        [NotNullWhen(true)] out DirectoryState? next,
        [NotNullWhen(true)] out Commit? commit,
        out CommitResult refusal)
    {
        next = null;
        commit = null;
        if (IsStale(changes, out refusal))
        {
            return false;
        }

        var builder = new DirectoryStateBuilder(_objects, _unique, _lists, _referrers);
        var revision = checked(Revision + 1);
        // All removals come before the additions, so that objects may exchange unique keys in one change set.
        foreach (var delete in changes.Deletes)
        {
            builder.Remove(delete.Key);
        }

        foreach (var put in changes.Puts)
        {
            builder.Remove(put.Key);
        }

        foreach (var put in changes.Puts)
        {
            if (builder.TryAdd(put with { Revision = revision }) is { } taken)
            {
                refusal = CommitResult.Refused(CommitConflict.UniqueKey, taken);
                return false;
            }
        }

        if (builder.FindDangling() is { } dangling)
        {
            refusal = CommitResult.Refused(CommitConflict.Reference, dangling.ToString());
            return false;
        }

        var applied = new DirectoryState(revision, builder.Objects, builder.Unique, builder.Lists, builder.Referrers);
        foreach (var limit in changes.Limits)
        {
            var (_, start, end) = applied.Range(limit.Kind, limit.Scope, limit.RefersTo);
            if (end - start > limit.Maximum)
            {
                refusal = CommitResult.Refused(CommitConflict.Limit, FormattableString.Invariant($"{limit.Kind} of {limit.Scope}: {end - start}"));
                return false;
            }
        }

        next = applied;
        commit = new Commit(revision, ChangesOf(changes));
        return true;
    }

    /// <summary>Creates a state from objects that were read elsewhere and keep their revisions.</summary>
    /// <param name="revision">The directory's revision.</param>
    /// <param name="objects">The objects.</param>
    /// <param name="problems">Receives inconsistencies: duplicate unique keys, duplicate ids, references without a target.</param>
    public static DirectoryState FromObjects(long revision, IEnumerable<DirectoryObject> objects, ICollection<string> problems)
    {
        var builder = new DirectoryStateBuilder(Empty._objects, Empty._unique, Empty._lists, Empty._referrers);
        foreach (var o in objects)
        {
            if (builder.Contains(o.Key))
            {
                problems.Add($"{o.Key} occurs twice");
            }
            else if (builder.TryAdd(o) is { } taken)
            {
                problems.Add($"{o.Key}: \"{taken}\" is already used by another object");
            }
        }

        foreach (var (from, reference) in builder.AllDangling())
        {
            problems.Add($"{from}: {reference.Relation} {reference.Target} does not exist");
        }

        return new DirectoryState(revision, builder.Objects, builder.Unique, builder.Lists, builder.Referrers);
    }

    /// <summary>Returns the same objects at a higher revision.</summary>
    public DirectoryState AtRevision(long revision) => new(revision, _objects, _unique, _lists, _referrers);

    private bool IsStale(ChangeSet changes, out CommitResult refusal)
    {
        foreach (var put in changes.Puts)
        {
            if (IsStale(put.Key, put.Revision, out refusal))
            {
                return true;
            }
        }

        foreach (var expected in (IEnumerable<ExpectedRevision>)[.. changes.Deletes, .. changes.Unchanged])
        {
            if (IsStale(expected.Key, expected.Revision, out refusal))
            {
                return true;
            }
        }

        foreach (var delete in changes.Deletes)
        {
            if (delete.Revision == 0)
            {
                refusal = CommitResult.Refused(CommitConflict.Revision, delete.Key.ToString());
                return true;
            }
        }

        foreach (var key in changes.Unclaimed)
        {
            if (_unique.ContainsKey(key))
            {
                refusal = CommitResult.Refused(CommitConflict.UniqueKey, key);
                return true;
            }
        }

        refusal = default;
        return false;
    }

    private bool IsStale(ObjectKey key, long expected, out CommitResult refusal)
    {
        var actual = Find(key)?.Revision ?? 0;
        refusal = actual == expected ? default : CommitResult.Refused(CommitConflict.Revision, key.ToString());
        return actual != expected;
    }

    private (ImmutableSortedSet<ListKey> List, int Start, int End) Range(ObjectKind kind, string scope, ObjectReference? refersTo)
    {
        var list = refersTo is { } reference
            ? _referrers.GetValueOrDefault((reference.Target, reference.Relation), [])
        // No list contains either bound, so IndexOf returns the complement of the insertion point.
            : _lists;
        return (list, ~list.IndexOf(ListKey.First(kind, scope)), ~list.IndexOf(ListKey.End(kind, scope)));
    }

    private DirectoryObject At(ImmutableSortedSet<ListKey> list, int index)
    {
        var key = list[index];
        return _objects[new(key.Kind, key.Id)];
    }

    private static ValueList<ObjectChange> ChangesOf(ChangeSet changes)
    {
        var list = new List<ObjectChange>(changes.Puts.Count + changes.Deletes.Count);
        foreach (var put in changes.Puts)
        {
            list.Add(new(put.Key, ChangeType.Put));
        }

        foreach (var delete in changes.Deletes)
        {
            list.Add(new(delete.Key, ChangeType.Delete));
        }

        return [.. list];
    }
}
