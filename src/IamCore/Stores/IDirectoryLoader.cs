using System.Collections.Immutable;

namespace IamCore.Stores;

/// <summary>
/// Reads a directory for decisions: everything a decision needs in one call, at one revision (ID-257). A relational store answers with a
/// few queries in one read
/// transaction; it need not hold the directory in memory.
/// </summary>
public interface IDirectoryLoader
{
    /// <summary>Gets the revision of the last commit.</summary>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The revision; 0 for a directory without commits.</returns>
    ValueTask<long> GetRevisionAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Loads objects and everything to which they refer, directly or indirectly, at one revision. Weak references whose target does not
    /// exist are skipped.
    /// </summary>
    /// <param name="roots">The objects to start from, for example a user and its account; at least one.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The objects.</returns>
    ValueTask<DirectoryGraph> LoadAsync(ImmutableArray<ObjectLocator> roots, CancellationToken cancellationToken);
}
