using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Testing;

/// <summary>
/// What every directory store must do. Derive each abstract class of this kind for your store in your test project and say how to make an empty
/// one; <see cref="StoreSuites"/> finds those you forgot.
/// </summary>
public abstract class StoreSuite
{
    /// <summary>Makes a store that is empty and shares nothing with those made before. Each test makes one and leaves it behind.</summary>
    protected abstract ValueTask<IDirectoryStore> CreateStoreAsync();

    private protected static CancellationToken None => CancellationToken.None;

    /// <summary>Commits that must succeed.</summary>
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
