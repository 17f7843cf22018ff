using System.Collections.Immutable;
using IamCore.Model;

namespace IamCore.Stores;

/// <summary>Some objects and all that they refer to, as of one revision.</summary>
public sealed class DirectoryGraph
{
    private readonly Dictionary<ObjectKey, DirectoryObject> _objects;

    /// <summary>Puts an answer of <see cref="IDirectoryLoader.LoadAsync"/> together.</summary>
    /// <param name="revision">The revision all objects are of.</param>
    /// <param name="roots">One entry for each locator asked, <see langword="null"/> where there is no such object.</param>
    /// <param name="objects">All objects found, the roots included, each once.</param>
    public DirectoryGraph(long revision, ImmutableArray<DirectoryObject?> roots, IEnumerable<DirectoryObject> objects)
    {
        ArgumentNullException.ThrowIfNull(objects);
        Revision = revision;
        Roots = roots;
        _objects = objects.ToDictionary(o => o.Key);
    }

    /// <summary>The revision all objects are of: none is older than its state there, none newer.</summary>
    public long Revision { get; }

    /// <summary>One entry for each locator asked, in order; <see langword="null"/> where there is no such object.</summary>
    public ImmutableArray<DirectoryObject?> Roots { get; }

    /// <summary>All objects found, in no order.</summary>
    public IReadOnlyCollection<DirectoryObject> Objects => _objects.Values;

    /// <summary>The object of that key; <see langword="null"/> where it is not part of the graph.</summary>
    public DirectoryObject? Find(ObjectKey key) => _objects.GetValueOrDefault(key);
}
