using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Testing;

/// <summary>Reads and changes single objects of a store in tests, without the checks of administration.</summary>
public static class DirectoryStoreExtensions
{
    /// <summary>Gets a user by name.</summary>
    public static Task<IamUser> UserAsync(this IDirectoryStore store, string name, string account = DirectoryBuilder.DefaultAccount) =>
        GetAsync<IamUser>(store, ObjectLocator.ByUniqueKey(DirectoryKeys.User(AccountId.Parse(account), name)));

    /// <summary>Gets a group by name.</summary>
    public static Task<IamGroup> GroupAsync(this IDirectoryStore store, string name, string account = DirectoryBuilder.DefaultAccount) =>
        GetAsync<IamGroup>(store, ObjectLocator.ByUniqueKey(DirectoryKeys.Group(AccountId.Parse(account), name)));

    /// <summary>Gets a role by name.</summary>
    public static Task<IamRole> RoleAsync(this IDirectoryStore store, string name, string account = DirectoryBuilder.DefaultAccount) =>
        GetAsync<IamRole>(store, ObjectLocator.ByUniqueKey(DirectoryKeys.Role(AccountId.Parse(account), name)));

    /// <summary>Gets a customer managed policy by name.</summary>
    public static Task<ManagedPolicy> PolicyAsync(this IDirectoryStore store, string name, string account = DirectoryBuilder.DefaultAccount) =>
        GetAsync<ManagedPolicy>(store, ObjectLocator.ByUniqueKey(DirectoryKeys.ManagedPolicy(AccountId.Parse(account), name)));

    /// <summary>Gets an account.</summary>
    public static Task<IamAccount> AccountAsync(this IDirectoryStore store, string account = DirectoryBuilder.DefaultAccount) =>
        GetAsync<IamAccount>(store, ObjectLocator.ByKey(ObjectKind.Account, account));

    /// <summary>Adds or replaces objects in one commit.</summary>
    /// <param name="store">The store.</param>
    /// <param name="objects">The objects.</param>
    /// <returns>The new revision.</returns>
    /// <exception cref="InvalidOperationException">The store refused the changes.</exception>
    public static Task<long> PutAsync(this IDirectoryStore store, params ReadOnlySpan<DirectoryObject> objects) =>
        CommitAsync(store, new ChangeSet { Puts = [.. objects] });

    /// <summary>Deletes an object.</summary>
    /// <param name="store">The store.</param>
    /// <param name="o">The object.</param>
    /// <returns>The new revision.</returns>
    /// <exception cref="InvalidOperationException">The store refused the change.</exception>
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
