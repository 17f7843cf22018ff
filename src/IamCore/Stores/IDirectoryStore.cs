namespace IamCore.Stores;

/// <summary>
/// Stores a directory: objects with keys, unique keys and references, in revisions. A store knows nothing about the rules of IAM, which
/// are enforced by
/// administration.
/// </summary>
/// <remarks>
/// Implementations must be safe for concurrent use and pass <c>DirectoryStoreContract</c> of IamCore.Testing. A store that fails must
/// throw: callers pass the
/// exception on, since a missing answer must never become a decision.
/// </remarks>
/// <example>
/// Commits one account and reads it back:
/// <code>
/// IDirectoryStore store = new InMemoryDirectoryStore();
/// var account = new IamAccount { Id = "123456789012", Name = "Acme", Email = "root@acme.example", CanonicalUserId = new string('0', 64) };
/// CommitResult result = await store.CommitAsync(new ChangeSet { Puts = [account] }, cancellationToken);
/// DirectoryObject? stored = await store.FindAsync(ObjectLocator.ByKey(account.Key), cancellationToken);
/// </code>
/// </example>
public interface IDirectoryStore : IDirectoryLoader, IDirectoryCatalog, IDirectoryWriter, IDirectoryWatch;
