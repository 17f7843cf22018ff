using IamCore.Model;

namespace IamCore.Stores;

/// <summary>Reading for administration: single objects, and lists page by page.</summary>
public interface IDirectoryCatalog
{
    /// <summary>The object; <see langword="null"/> where there is none.</summary>
    ValueTask<DirectoryObject?> FindAsync(ObjectLocator locator, CancellationToken cancellationToken);

    /// <summary>One page of a list, as of one revision. Pages of one list may be of different revisions.</summary>
    ValueTask<ObjectPage> ListAsync(ObjectQuery query, CancellationToken cancellationToken);

    /// <summary>The number of objects a query finds, whatever its page; the path prefix counts, <see cref="ObjectQuery.After"/> does not.</summary>
    ValueTask<int> CountAsync(ObjectQuery query, CancellationToken cancellationToken);
}
