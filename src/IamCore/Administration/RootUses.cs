namespace IamCore.Administration;

/// <summary>
/// Remembers when each account's root user was last used in this process; sign-ins and key uses are kept in the store as well (ID-042).
/// </summary>
internal sealed class RootUses
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<AccountId, DateTimeOffset> _last = new();

    public void Record(AccountId account, DateTimeOffset time) => _last[account] = time;

    public DateTimeOffset? LastOf(AccountId account) => _last.TryGetValue(account, out var time) ? time : null;
}
