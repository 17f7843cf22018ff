using IamCore.Credentials;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Callers;

/// <summary>Who a caller currently is, without its policies: enough to prove an identity but not to decide anything (CR-095).</summary>
/// <param name="Caller">The caller.</param>
/// <param name="Principal">The principal as policies see it (ST-025).</param>
/// <param name="Account">The caller's account, which is active.</param>
/// <param name="Entity">The user or role; null for root.</param>
internal sealed record IdentifiedCaller(Caller Caller, Principal Principal, IamAccount Account, IamEntity? Entity)
{
    /// <summary>Finds the caller's account and its user or role.</summary>
    /// <exception cref="IamException">The caller is no longer valid (ID-025, ID-091, ID-119).</exception>
    public static async ValueTask<IdentifiedCaller> FindAsync(IDirectoryStore store, Caller caller, CancellationToken cancellationToken)
    {
        var accountKey = new ObjectKey(ObjectKind.Account, caller.Account.ToString());
        if (await store.FindAsync(ObjectLocator.ByKey(accountKey), cancellationToken).ConfigureAwait(false) is not IamAccount { Status: AccountStatus.Active } account)
        {
            throw Denials.InvalidToken();
        }

        IamEntity? entity = null;
        if (!caller.IsRoot)
        {
            entity = await store.FindAsync(ObjectLocator.ByKey(caller.Entity), cancellationToken).ConfigureAwait(false) as IamEntity;
            if (entity is null || entity.Account != caller.Account)
            {
                throw Denials.InvalidToken();
            }
        }

        return new(caller, NameOf(caller, entity, account).Principal, account, entity);
    }

    /// <summary>Returns the principal and the value of <c>aws:userid</c> (ST-025).</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="entity">The user or role; null for root.</param>
    /// <param name="account">The caller's account.</param>
    public static (Principal Principal, string UserId) NameOf(Caller caller, IamEntity? entity, IamAccount account)
    {
        var state = (caller as Session)?.State;
        if (state?.Kind == SessionKind.FederatedUser)
        {
            var arn = $"arn:{account.Partition}:sts::{account.Id}:federated-user/{state.Name}";
            return (entity is null ? Principal.Parse(arn) : Principal.FederatedUser(arn, entity.Arn), $"{account.Id}:{state.Name}");
        }

        return entity switch
        {
            null => (Principal.Parse(account.RootArn), account.Id),
            IamRole when state is not null => (
                Principal.RoleSession($"arn:{entity.Partition}:sts::{state.Account}:assumed-role/{entity.Name}/{state.Name}", entity.Arn), $"{entity.Id}:{state.Name}"),
            _ => (Principal.Parse(entity.Arn), entity.Id),
        };
    }
}
