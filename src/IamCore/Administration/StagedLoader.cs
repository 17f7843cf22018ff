using System.Collections.Immutable;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Administration;

/// <summary>Loads the directory as the changes of a unit of work would leave it, for the checks of later parts (ID-242).</summary>
internal sealed class StagedLoader(IDirectoryStore store, AdministrationWork work) : IDirectoryLoader
{
    public ValueTask<long> GetRevisionAsync(CancellationToken cancellationToken) => store.GetRevisionAsync(cancellationToken);

    public async ValueTask<DirectoryGraph> LoadAsync(ImmutableArray<ObjectLocator> roots, CancellationToken cancellationToken)
    {
        var stored = await store.LoadAsync(roots, cancellationToken).ConfigureAwait(false);
        var found = new Dictionary<ObjectKey, DirectoryObject>();
        var open = new Queue<ObjectKey>();
        var newRoots = ImmutableArray.CreateBuilder<DirectoryObject?>(roots.Length);
        foreach (var root in stored.Roots)
        {
            // Callers are located by key, so renames do not change what a root locates.
            var current = root is null ? null : await FindAsync(stored, root.Key).ConfigureAwait(false);
            newRoots.Add(current);
            if (current is not null && found.TryAdd(current.Key, current))
            {
                open.Enqueue(current.Key);
            }
        }

        while (open.TryDequeue(out var key))
        {
            foreach (var reference in (IEnumerable<ObjectReference>)found[key].References)
            {
                if (!found.ContainsKey(reference.Target) && await FindAsync(stored, reference.Target).ConfigureAwait(false) is { } target)
                {
                    found.Add(target.Key, target);
                    open.Enqueue(target.Key);
                }
            }
        }

        return new(stored.Revision, newRoots.MoveToImmutable(), found.Values);
    }

    private ValueTask<DirectoryObject?> FindAsync(DirectoryGraph stored, ObjectKey key) =>
        stored.Find(key) is { } known && !work.HasChanged(changed => changed == key) ? new(known) : work.FindUntrackedAsync<DirectoryObject>(key);
}
