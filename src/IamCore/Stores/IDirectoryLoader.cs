using System.Collections.Immutable;

namespace IamCore.Stores;

/// <summary>
/// Reading for decisions: what a decision needs, in one call, at one revision (ID-257). A relational store answers from a few queries in
/// one read transaction; nothing asks it to hold the directory in memory.
/// </summary>
public interface IDirectoryLoader
{
    /// <summary>The revision of the last commit; 0 for a directory that never had one.</summary>
    ValueTask<long> GetRevisionAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The objects named, and all that they refer to directly or through others, as of one revision. Weak references to objects that
    /// are not there are passed over.
    /// </summary>
    /// <param name="roots">Where to begin, for example a user and its account; at least one.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<DirectoryGraph> LoadAsync(ImmutableArray<ObjectLocator> roots, CancellationToken cancellationToken);
}
