using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Sessions;

/// <summary>Uses up what is good for one use, on all nodes at once (CR-025, ST-130).</summary>
internal static class SpentTokens
{
    /// <summary>True for the first who comes with it.</summary>
    public static async ValueTask<bool> TrySpendAsync(
        IamDirectory directory, AccountId account, string id, DateTimeOffset expiration, CancellationToken cancellationToken)
    {
        var spent = new SpentToken { Id = id, Account = account, Expiration = expiration };
        var forgotten = await ForgottenAsync(directory, account, cancellationToken).ConfigureAwait(false);
        var commit = await directory.Store.CommitAsync(new() { Puts = [spent], Deletes = forgotten }, cancellationToken).ConfigureAwait(false);
        if (!commit.IsCommitted && forgotten.Count > 0)
        {
            commit = await directory.Store.CommitAsync(new() { Puts = [spent] }, cancellationToken).ConfigureAwait(false);
        }

        return commit.IsCommitted;
    }

    /// <summary>A few of those whose time has passed, to be removed by the way.</summary>
    private static async ValueTask<ValueList<ExpectedRevision>> ForgottenAsync(IamDirectory directory, AccountId account, CancellationToken cancellationToken)
    {
        var now = directory.Options.TimeProvider.GetUtcNow();
        var oldest = await directory.Store.ListAsync(
            new() { Kind = ObjectKind.SpentToken, Scope = account.ToString(), Limit = 16 }, cancellationToken).ConfigureAwait(false);
        return [.. ((IEnumerable<DirectoryObject>)oldest.Items).Cast<SpentToken>()
            .Where(token => token.Expiration <= now).Select(token => new ExpectedRevision(token.Key, token.Revision))];
    }
}
