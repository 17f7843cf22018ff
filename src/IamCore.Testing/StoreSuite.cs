using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Testing;

/// <summary>
/// The base of the test suites that every directory store must pass. Derive a class from each abstract suite in your test project and
/// create an empty store in
/// <see cref="CreateStoreAsync"/>; <see cref="StoreSuites"/> finds suites that you forgot.
/// </summary>
/// <example>
/// <code>
/// public sealed class MyStoreCommitTests : StoreCommitSuite
/// {
///     protected override ValueTask&lt;IDirectoryStore&gt; CreateStoreAsync() =&gt; new(new InMemoryDirectoryStore());
/// }
/// </code>
/// </example>
public abstract class StoreSuite
{
    /// <summary>Creates an empty store that shares nothing with any other. Called once per test; the store is not disposed.</summary>
    /// <returns>The store.</returns>
    protected abstract ValueTask<IDirectoryStore> CreateStoreAsync();

    private protected static CancellationToken None => CancellationToken.None;

    /// <summary>Commits changes and fails the test if they are refused.</summary>
    private protected static async Task<long> PutAsync(IDirectoryStore store, params DirectoryObject[] objects)
    {
        var result = await store.CommitAsync(new ChangeSet { Puts = [.. objects] }, None).ConfigureAwait(false);
        Xunit.Assert.True(result.IsCommitted, $"{result.Conflict}: {result.Subject}");
        return result.Revision;
    }

    private protected static async Task<T> GetAsync<T>(IDirectoryStore store, DirectoryObject o)
        where T : DirectoryObject =>
        Xunit.Assert.IsType<T>(await store.FindAsync(ObjectLocator.ByKey(o.Key), None).ConfigureAwait(false));

    private protected static Task<T> CurrentAsync<T>(IDirectoryStore store, T o)
        where T : DirectoryObject => GetAsync<T>(store, o);
}
