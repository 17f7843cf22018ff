namespace IamCore.Stores;

/// <summary>
/// Where a directory is kept: objects with keys, unique keys and references, in revisions. A store knows nothing of IAM's rules; those are
/// administration's. Implementations are safe for any number of threads and pass <c>DirectoryStoreContract</c> of IamCore.Testing. A store
/// that fails throws; callers let it through, since not knowing is not a decision.
/// </summary>
public interface IDirectoryStore : IDirectoryLoader, IDirectoryCatalog, IDirectoryWriter, IDirectoryWatch;
