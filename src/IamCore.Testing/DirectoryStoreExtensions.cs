using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Testing;

/// <summary>Reading and changing single objects of a store, without administration's checks.</summary>
public static class DirectoryStoreExtensions
{
    /// <summary>The user of that name.</summary>
    public static Task<IamUser> UserAsync(this IDirectoryStore store, string name, string account = DirectoryBuilder.DefaultAccount) =>
        GetAsync<IamUser>(store, ObjectLocator.ByUniqueKey(DirectoryKeys.User(AccountId.Parse(account), name)));

    /// <summary>The group of that name.</summary>
    public static Task<IamGroup> GroupAsync(this IDirectoryStore store, string name, string account = DirectoryBuilder.DefaultAccount) =>
        GetAsync<IamGroup>(store, ObjectLocator.ByUniqueKey(DirectoryKeys.Group(AccountId.Parse(account), name)));

    /// <summary>The role of that name.</summary>
    public static Task<IamRole> RoleAsync(this IDirectoryStore store, string name, string account = DirectoryBuilder.DefaultAccount) =>
        GetAsync<IamRole>(store, ObjectLocator.ByUniqueKey(DirectoryKeys.Role(AccountId.Parse(account), name)));

    /// <summary>The customer managed policy of that name.</summary>
    public static Task<ManagedPolicy> PolicyAsync(this IDirectoryStore store, string name, string account = DirectoryBuilder.DefaultAccount) =>
        GetAsync<ManagedPolicy>(store, ObjectLocator.ByUniqueKey(DirectoryKeys.ManagedPolicy(AccountId.Parse(account), name)));

    /// <summary>The account.</summary>
    public static Task<IamAccount> AccountAsync(this IDirectoryStore store, string account = DirectoryBuilder.DefaultAccount) =>
        GetAsync<IamAccount>(store, ObjectLocator.ByKey(ObjectKind.Account, account));

    /// <summary>Commits an object as it is to be, and gives the revision.</summary>
    /// <exception cref="InvalidOperationException">The store refused it.</exception>
    public static Task<long> PutAsync(this IDirectoryStore store, params ReadOnlySpan<DirectoryObject> objects) =>
        CommitAsync(store, new ChangeSet { Puts = [.. objects] });

    /// <summary>Removes an object, and gives the revision.</summary>
    /// <exception cref="InvalidOperationException">The store refused it.</exception>
    public static Task<long> RemoveAsync(this IDirectoryStore store, DirectoryObject o)
    {
        ArgumentNullException.ThrowIfNull(o);
        return CommitAsync(store, new ChangeSet { Deletes = [new ExpectedRevision(o.Key, o.Revision)] });
    }

    private static async Task<long> CommitAsync(IDirectoryStore store, ChangeSet changes)
    {
        var result = await store.CommitAsync(changes, CancellationToken.None).ConfigureAwait(false);
        return result.IsCommitted ? result.Revision : throw new InvalidOperationException($"The store refused: {result.Conflict} {result.Subject}");
    }

    private static async Task<T> GetAsync<T>(IDirectoryStore store, ObjectLocator locator)
        where T : DirectoryObject =>
        await store.FindAsync(locator, CancellationToken.None).ConfigureAwait(false) as T
        ?? throw new InvalidOperationException($"The store has no {typeof(T).Name} {locator}");
}
