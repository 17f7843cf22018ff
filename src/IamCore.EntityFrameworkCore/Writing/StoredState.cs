using IamCore.EntityFrameworkCore.Rows;
using IamCore.Model;
using IamCore.Stores;
using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore.Writing;

/// <summary>The stored objects on which a change set's preconditions depend.</summary>
internal sealed class StoredState
{
    private readonly Dictionary<(string Id, ObjectKind Kind), long> _revisions;
    private readonly HashSet<string> _claimed;

    private StoredState(Dictionary<(string, ObjectKind), long> revisions, HashSet<string> claimed)
    {
        _revisions = revisions;
        _claimed = claimed;
    }

    public static async Task<StoredState> ReadAsync(DbContext context, ChangeSet changes, CancellationToken cancellationToken)
    {
        IEnumerable<string> all =
        [
            .. ((IEnumerable<DirectoryObject>)changes.Puts).Select(o => o.Id),
            .. ((IEnumerable<ExpectedRevision>)changes.Deletes).Select(d => d.Key.Id),
            .. ((IEnumerable<ExpectedRevision>)changes.Unchanged).Select(u => u.Key.Id),
            .. RequiredTargets(changes).Select(key => key.Id),
        ];
        var ids = all.Select(OrdinalText.Encode).Distinct().ToList();
        var revisions = ids.Count == 0 ? [] : await context.Set<ObjectRow>()
            .Where(o => EF.Parameter(ids).Contains(o.Id))
            .Select(o => new { o.Id, o.Kind, o.Revision })
            .ToDictionaryAsync(o => (o.Id, o.Kind), o => o.Revision, cancellationToken).ConfigureAwait(false);
        var names = ((IEnumerable<string>)changes.Unclaimed).Select(OrdinalText.Encode).ToList();
        var claimed = names.Count == 0 ? [] : await context.Set<NameRow>()
            .Where(n => EF.Parameter(names).Contains(n.Name)).Select(n => n.Name)
            .ToHashSetAsync(cancellationToken).ConfigureAwait(false);
        return new StoredState(revisions, claimed);
    }

    /// <summary>Returns the first precondition that does not hold; null if all hold (ID-258).</summary>
    public CommitResult? FindConflict(ChangeSet changes)
    {
        foreach (var put in changes.Puts)
        {
            if (RevisionOf(put.Key) != put.Revision)
            {
                return CommitResult.Refused(CommitConflict.Revision, put.Key.ToString());
            }
        }

        foreach (var delete in changes.Deletes)
        {
            if (delete.Revision == 0 || RevisionOf(delete.Key) != delete.Revision)
            {
                return CommitResult.Refused(CommitConflict.Revision, delete.Key.ToString());
            }
        }

        foreach (var expected in changes.Unchanged)
        {
            if (RevisionOf(expected.Key) != expected.Revision)
            {
                return CommitResult.Refused(CommitConflict.Revision, expected.Key.ToString());
            }
        }

        foreach (var name in changes.Unclaimed)
        {
            if (_claimed.Contains(OrdinalText.Encode(name)))
            {
                return CommitResult.Refused(CommitConflict.UniqueKey, name);
            }
        }

        return null;
    }

    /// <summary>Returns a target that a new reference requires and that will not exist; null if there is none.</summary>
    public ObjectKey? FindMissingTarget(ChangeSet changes)
    {
        var there = ((IEnumerable<DirectoryObject>)changes.Puts).Select(o => o.Key).ToHashSet();
        var gone = ((IEnumerable<ExpectedRevision>)changes.Deletes).Select(d => d.Key).Where(key => !there.Contains(key)).ToHashSet();
        foreach (var target in RequiredTargets(changes))
        {
            if (gone.Contains(target) || (!there.Contains(target) && RevisionOf(target) == 0))
            {
                return target;
            }
        }

        return null;
    }

    private static IEnumerable<ObjectKey> RequiredTargets(ChangeSet changes) =>
        ((IEnumerable<DirectoryObject>)changes.Puts).SelectMany(o => (IEnumerable<ObjectReference>)o.References).Where(r => !r.IsWeak).Select(r => r.Target);

    private long RevisionOf(ObjectKey key) => _revisions.GetValueOrDefault((OrdinalText.Encode(key.Id), key.Kind));
}
