using System.Collections.Immutable;
using IamCore.Model;

namespace IamCore.Stores;

/// <summary>Edits all indexes of a directory consistently.</summary>
internal sealed class DirectoryStateBuilder(
    ImmutableDictionary<ObjectKey, DirectoryObject> objects,
    ImmutableDictionary<string, ObjectKey> unique,
    ImmutableSortedSet<ListKey> lists,
    ImmutableDictionary<(ObjectKey Target, Relation Relation), ImmutableSortedSet<ListKey>> referrers)
{
    private readonly ImmutableDictionary<ObjectKey, DirectoryObject>.Builder _objects = objects.ToBuilder();
    private readonly ImmutableDictionary<string, ObjectKey>.Builder _unique = unique.ToBuilder();
    private readonly ImmutableSortedSet<ListKey>.Builder _lists = lists.ToBuilder();
    private readonly Dictionary<(ObjectKey Target, Relation Relation), ImmutableSortedSet<ListKey>.Builder> _touched = [];
    private readonly List<ObjectKey> _removed = [];
    private readonly List<(ObjectKey From, ObjectReference Reference)> _added = [];

    public ImmutableDictionary<ObjectKey, DirectoryObject> Objects => _objects.ToImmutable();

    public ImmutableDictionary<string, ObjectKey> Unique => _unique.ToImmutable();

    public ImmutableSortedSet<ListKey> Lists => _lists.ToImmutable();

    public ImmutableDictionary<(ObjectKey Target, Relation Relation), ImmutableSortedSet<ListKey>> Referrers
    {
        get
        {
            var result = referrers.ToBuilder();
            foreach (var (key, list) in _touched)
            {
                if (list.Count == 0)
                {
                    result.Remove(key);
                }
                else
                {
                    result[key] = list.ToImmutable();
                }
            }

            return result.ToImmutable();
        }
    }

    public bool Contains(ObjectKey key) => _objects.ContainsKey(key);

    public void Remove(ObjectKey key)
    {
        if (!_objects.TryGetValue(key, out var old))
        {
            return;
        }

        _objects.Remove(key);
        _removed.Add(key);
        var listKey = ListKey.Of(old);
        _lists.Remove(listKey);
        foreach (var name in old.UniqueKeys)
        {
            _unique.Remove(name);
        }

        foreach (var reference in old.References)
        {
            Touch(reference).Remove(listKey);
        }
    }

    /// <summary>Adds an object. Returns the unique key that another object holds; null if the object was added.</summary>
    public string? TryAdd(DirectoryObject o)
    {
        foreach (var name in o.UniqueKeys)
        {
            if (!_unique.TryAdd(name, o.Key) && _unique[name] != o.Key)
            {
                return name;
            }
        }

        _objects.Add(o.Key, o);
        var listKey = ListKey.Of(o);
        _lists.Add(listKey);
        foreach (var reference in o.References)
        {
            Touch(reference).Add(listKey);
            if (!reference.IsWeak)
            {
                _added.Add((o.Key, reference));
            }
        }

        return null;
    }

    /// <summary>Returns the target of a reference whose target does not exist after all edits; null if there is none.</summary>
    public ObjectKey? FindDangling()
    {
        foreach (var (_, reference) in AllDangling())
        {
            return reference.Target;
        }

        foreach (var key in _removed)
        {
            if (!_objects.ContainsKey(key) && IsReferredTo(key))
            {
                return key;
            }
        }

        return null;
    }

    public IEnumerable<(ObjectKey From, ObjectReference Reference)> AllDangling() =>
        _added.Where(a => !_objects.ContainsKey(a.Reference.Target));

    private bool IsReferredTo(ObjectKey key)
    {
        for (var relation = Relation.Member; relation <= LastRelation; relation++)
        {
            IEnumerable<ListKey> list = _touched.TryGetValue((key, relation), out var touched)
                ? touched : referrers.GetValueOrDefault((key, relation), []);
            foreach (var referrer in list)
            {
                if (_objects[new(referrer.Kind, referrer.Id)].References.Contains(new ObjectReference(relation, key)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Relation LastRelation { get; } = Enum.GetValues<Relation>()[^1];

    private ImmutableSortedSet<ListKey>.Builder Touch(ObjectReference reference)
    {
        var key = (reference.Target, reference.Relation);
        if (!_touched.TryGetValue(key, out var list))
        {
            list = referrers.GetValueOrDefault(key, []).ToBuilder();
            _touched.Add(key, list);
        }

        return list;
    }
}
