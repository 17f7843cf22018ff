using System.Security.Cryptography;
using System.Text;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.IdentityCenter.Portal;

/// <summary>Reads what the portal needs to know about one instance, in its current state.</summary>
internal sealed class PortalReader(IamDirectory directory, string instanceId)
{
    public string InstanceId => instanceId;

    /// <summary>Returns the instance, if the account that owns it is active (ID-025).</summary>
    public async ValueTask<IdentityCenterInstance> InstanceAsync(CancellationToken cancellationToken) =>
        await FindAsync<IdentityCenterInstance>(new(ObjectKind.IdentityCenterInstance, instanceId), cancellationToken).ConfigureAwait(false) is { } instance
        && await FindAsync<IamAccount>(new(ObjectKind.Account, instance.Scope), cancellationToken).ConfigureAwait(false) is { Status: AccountStatus.Active }
            ? instance : throw IdentityCenterErrors.Missing("Identity Center instance", "ST-132");

    public async ValueTask<DirectoryUser?> FindUserAsync(string userName, CancellationToken cancellationToken) =>
        await directory.Store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryUser.NameKey(instanceId, userName)), cancellationToken).ConfigureAwait(false) as DirectoryUser;

    public async ValueTask<DirectoryUser?> UserAsync(string userId, CancellationToken cancellationToken) =>
        await FindAsync<DirectoryUser>(new(ObjectKind.DirectoryUser, userId), cancellationToken).ConfigureAwait(false) is { } user && user.InstanceId == instanceId ? user : null;

    public ValueTask<DirectoryLogin?> LoginAsync(string userId, CancellationToken cancellationToken) => FindAsync<DirectoryLogin>(DirectoryLogin.KeyOf(userId), cancellationToken);

    /// <summary>Returns the enabled devices of a user.</summary>
    public async ValueTask<PortalDevice[]> DevicesAsync(DirectoryUser user, CancellationToken cancellationToken)
    {
        var page = await directory.Store.ListAsync(
            new() { Kind = ObjectKind.PortalDevice, Scope = user.Scope, RefersTo = new(Relation.Credential, user.Key) }, cancellationToken).ConfigureAwait(false);
        return [.. ((IEnumerable<DirectoryObject>)page.Items).Cast<PortalDevice>().Where(device => device.EnableDate is not null)];
    }

    /// <summary>Returns the assignments of a user, direct or through a group.</summary>
    public async ValueTask<List<AccountAssignment>> AssignmentsAsync(DirectoryUser user, CancellationToken cancellationToken)
    {
        var all = new List<AccountAssignment>();
        foreach (var principal in CenterAccess.PrincipalsOf(user))
        {
            var query = new ObjectQuery
            {
                Kind = ObjectKind.AccountAssignment, Scope = user.Scope, RefersTo = new(Relation.AssignedPrincipal, principal), Limit = ObjectQuery.MaxLimit,
            };
            do
            {
                var page = await directory.Store.ListAsync(query, cancellationToken).ConfigureAwait(false);
                all.AddRange(((IEnumerable<DirectoryObject>)page.Items).Cast<AccountAssignment>());
                query = query with { After = page.Next };
            }
            while (query.After is not null);
        }

        return all;
    }

    /// <summary>Returns an account that is active and that the instance still serves; otherwise null.</summary>
    public async ValueTask<IamAccount?> ServedAsync(IdentityCenterInstance instance, AccountId id, CancellationToken cancellationToken)
    {
        if (await FindAsync<IamAccount>(new(ObjectKind.Account, id.ToString()), cancellationToken).ConfigureAwait(false) is not { Status: AccountStatus.Active } account)
        {
            return null;
        }

        if (account.AccountId == instance.Account)
        {
            return account;
        }

        OrganizationNode? top = account;
        while (top?.ParentKey is { } parent)
        {
            top = await FindAsync<OrganizationNode>(parent, cancellationToken).ConfigureAwait(false);
        }

        return instance.OrganizationId is { } organization && top?.Id == organization ? account : null;
    }

    public async ValueTask<T?> FindAsync<T>(ObjectKey key, CancellationToken cancellationToken)
        where T : DirectoryObject => await directory.Store.FindAsync(ObjectLocator.ByKey(key), cancellationToken).ConfigureAwait(false) as T;

    /// <summary>Returns what is stored of a sign-in context: it reveals nothing about the context and differs between users.</summary>
    public static string? HashOf(string? context, string userId) =>
        context is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"iamcore-portal-context\n{userId}\n{context}")));

    /// <summary>
    /// Verifies a session: it must not have expired or been signed out, its user must be enabled, and its identity source must still be in
    /// use (ST-153).
    /// </summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: the session has ended.</exception>
    public async ValueTask<(IdentityCenterInstance Instance, DirectoryUser User)> CheckAsync(PortalSession session, CancellationToken cancellationToken)
    {
        var instance = await InstanceAsync(cancellationToken).ConfigureAwait(false);
        var state = session.State;
        if (state.InstanceId == instance.Id && directory.Options.TimeProvider.GetUtcNow() < state.Expiration && state.Source == instance.IdentitySource
            && await UserAsync(state.UserId, cancellationToken).ConfigureAwait(false) is { Status: DirectoryUserStatus.Enabled } user
            && await FindAsync<SpentToken>(new(ObjectKind.SpentToken, state.Id), cancellationToken).ConfigureAwait(false) is null)
        {
            return (instance, user);
        }

        throw IdentityCenterErrors.Denied("The portal session has ended.", "ST-148");
    }
}
