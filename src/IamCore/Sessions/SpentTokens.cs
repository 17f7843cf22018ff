using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Sessions;

/// <summary>Marks single-use tokens as used, across all nodes (CR-025, ST-130).</summary>
internal static class SpentTokens
{
    /// <summary>Returns true for the first caller that uses the token.</summary>
    public static async ValueTask<bool> TrySpendAsync(
        IamDirectory directory, AccountId account, string id, DateTimeOffset expiration, CancellationToken cancellationToken)
    {
        // The store refuses a second creation of the same object, so no lock is needed, even between nodes.
        var spent = new SpentToken { Id = id, Account = account, Expiration = expiration };
        var expired = await ExpiredAsync(directory, account, cancellationToken).ConfigureAwait(false);
        var commit = await directory.Store.CommitAsync(new() { Puts = [spent], Deletes = expired }, cancellationToken).ConfigureAwait(false);
        if (!commit.IsCommitted && expired.Count > 0)
        {
            // The conflict may be about the clean-up, which another node did at the same time.
            commit = await directory.Store.CommitAsync(new() { Puts = [spent] }, cancellationToken).ConfigureAwait(false);
        }

        return commit.IsCommitted;
    }

    /// <summary>Returns a few expired tokens, which are cleaned up in passing.</summary>
    private static async ValueTask<ValueList<ExpectedRevision>> ExpiredAsync(IamDirectory directory, AccountId account, CancellationToken cancellationToken)
    {
        var now = directory.Options.TimeProvider.GetUtcNow();
        var oldest = await directory.Store.ListAsync(
            new() { Kind = ObjectKind.SpentToken, Scope = account.ToString(), Limit = 16 }, cancellationToken).ConfigureAwait(false);
        return [.. ((IEnumerable<DirectoryObject>)oldest.Items).Cast<SpentToken>()
            .Where(token => token.Expiration <= now).Select(token => new ExpectedRevision(token.Key, token.Revision))];
    }
}
