namespace IamCore.Administration;

/// <summary>When each account's root user was last used in this process; what sign-in and keys note in the store outlives it (ID-042).</summary>
internal sealed class RootUses
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<AccountId, DateTimeOffset> _last = new();

    public void Note(AccountId account, DateTimeOffset time) => _last[account] = time;

    public DateTimeOffset? LastOf(AccountId account) => _last.TryGetValue(account, out var time) ? time : null;
}
