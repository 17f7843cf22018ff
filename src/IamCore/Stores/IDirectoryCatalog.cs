using IamCore.Model;

namespace IamCore.Stores;

/// <summary>Reads a directory for administration: single objects, and lists page by page.</summary>
public interface IDirectoryCatalog
{
    /// <summary>Finds an object.</summary>
    /// <param name="locator">The object's key or one of its unique keys.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The object; <see langword="null"/> if it does not exist.</returns>
    ValueTask<DirectoryObject?> FindAsync(ObjectLocator locator, CancellationToken cancellationToken);

    /// <summary>Reads one page of a list at one revision. Different pages of a list may be read at different revisions.</summary>
    /// <param name="query">The list and the page.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="ObjectQuery.Limit"/> is out of range.</exception>
    ValueTask<ObjectPage> ListAsync(ObjectQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Counts the objects that a query finds on all pages: <see cref="ObjectQuery.After"/> and <see cref="ObjectQuery.Limit"/> are
    /// ignored.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The number of objects.</returns>
    ValueTask<int> CountAsync(ObjectQuery query, CancellationToken cancellationToken);
}
