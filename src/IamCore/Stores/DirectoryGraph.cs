using System.Collections.Immutable;
using IamCore.Model;

namespace IamCore.Stores;

/// <summary>Some objects and everything to which they refer, at one revision.</summary>
public sealed class DirectoryGraph
{
    private readonly Dictionary<ObjectKey, DirectoryObject> _objects;

    /// <summary>Creates the result of <see cref="IDirectoryLoader.LoadAsync"/>.</summary>
    /// <param name="revision">The revision of all objects.</param>
    /// <param name="roots">One entry per requested locator; <see langword="null"/> for an object that does not exist.</param>
    /// <param name="objects">All objects found, including the roots, each once.</param>
    public DirectoryGraph(long revision, ImmutableArray<DirectoryObject?> roots, IEnumerable<DirectoryObject> objects)
    {
        ArgumentNullException.ThrowIfNull(objects);
        Revision = revision;
        Roots = roots;
        _objects = objects.ToDictionary(o => o.Key);
    }

    /// <summary>The revision at which all objects were read.</summary>
    public long Revision { get; }

    /// <summary>One entry per requested locator, in order; <see langword="null"/> for an object that does not exist.</summary>
    public ImmutableArray<DirectoryObject?> Roots { get; }

    /// <summary>All objects found, in no particular order.</summary>
    public IReadOnlyCollection<DirectoryObject> Objects => _objects.Values;

    /// <summary>Finds an object of the graph by key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The object; <see langword="null"/> if it is not part of the graph.</returns>
    public DirectoryObject? Find(ObjectKey key) => _objects.GetValueOrDefault(key);
}
