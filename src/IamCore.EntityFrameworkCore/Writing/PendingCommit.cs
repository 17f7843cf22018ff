using IamCore.EntityFrameworkCore.Rows;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.EntityFrameworkCore.Writing;

/// <summary>A change set being committed, with the token that identifies it if an answer is lost.</summary>
internal sealed class PendingCommit
{
    private readonly HashSet<ObjectKey> _put;

    /// <exception cref="ArgumentException">An object cannot be stored as text.</exception>
    public PendingCommit(ChangeSet changes)
    {
        Changes = changes;
        _put = [.. ((IEnumerable<DirectoryObject>)changes.Puts).Select(o => o.Key)];
        Deleted = [.. ((IEnumerable<ExpectedRevision>)changes.Deletes).Select(d => d.Key)];
        Ids = [.. _put.Concat(Deleted).Select(key => OrdinalText.Encode(key.Id)).Distinct()];
        foreach (var put in changes.Puts)
        {
            ThrowIfNotStorable(put);
        }
    }

    public ChangeSet Changes { get; }

    /// <summary>Whether the change set consists of preconditions only.</summary>
    public bool IsEmpty => _put.Count + Deleted.Count == 0;

    public string Token { get; } = Guid.NewGuid().ToString("N");

    public IReadOnlyCollection<ObjectKey> Deleted { get; }

    /// <summary>All objects that change.</summary>
    public IEnumerable<ObjectKey> Keys => _put.Concat(Deleted);

    /// <summary>Their ids, encoded.</summary>
    public IReadOnlyList<string> Ids { get; }

    public ChangeType TypeOf(ObjectKey key) => _put.Contains(key) ? ChangeType.Put : ChangeType.Delete;

    public bool IsChanged(ObjectKey key) => _put.Contains(key) || Deleted.Contains(key);

    private static void ThrowIfNotStorable(DirectoryObject o)
    {
        foreach (var text in (IEnumerable<string>)[o.Id, o.Scope, o.ListName, o.ListPath, .. o.UniqueKeys])
        {
            if (!OrdinalText.IsStorable(text))
            {
                throw new ArgumentException($"{o.ObjectKind}: text with a lone surrogate cannot be stored");
            }
        }
    }
}
