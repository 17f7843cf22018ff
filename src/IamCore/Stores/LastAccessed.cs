using System.Collections.Concurrent;
using IamCore.Model;

namespace IamCore.Stores;

/// <summary>
/// Records which identity last used which action, as seen by the authorizer (ID-267, ID-270): users, roles and, under the account's key,
/// root users.
/// </summary>
/// <remarks>Kept in memory and bounded. To keep the data longer, save them and restore them with <see cref="Restore"/>.</remarks>
public sealed class LastAccessed
{
    /// <summary>The minimum time between two recorded accesses of the same identity and action: 15 minutes (ID-270).</summary>
    public static readonly TimeSpan Granularity = TimeSpan.FromMinutes(15);

    /// <summary>How long accesses are reported: 400 days (ID-267).</summary>
    public static readonly TimeSpan TrackingPeriod = TimeSpan.FromDays(400);

    /// <summary>
    /// The action under which an authenticated request is recorded. It belongs to no service, so reports skip it (ID-120).
    /// </summary>
    internal static readonly ActionName Authentication = ActionName.Parse("iamcore:Authenticate");

    private readonly ConcurrentDictionary<ObjectKey, IdentityAccess> _identities = new();
    private readonly int _maxIdentities;
    private int _count;
    private int _isSweeping;

    internal LastAccessed(int maxIdentities) => _maxIdentities = maxIdentities;

    /// <summary>The number of identities recorded.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The identities recorded, in no particular order.</summary>
    public IEnumerable<ObjectKey> Identities => _identities.Select(pair => pair.Key);

    /// <summary>Finds the actions that an identity attempted within the <see cref="TrackingPeriod"/>.</summary>
    /// <param name="identity">The user or role; for a root user, the account.</param>
    /// <param name="now">The current time.</param>
    /// <returns>The accesses, latest first.</returns>
    public ValueList<LastAccess> Find(ObjectKey identity, DateTimeOffset now) =>
        _identities.TryGetValue(identity, out var access)
            ? [.. access.All.Where(a => a.Time > now - TrackingPeriod).OrderByDescending(a => a.Time).ThenBy(a => a.Action.ToString(), StringComparer.Ordinal)]
            : ValueList<LastAccess>.Empty;

    /// <summary>
    /// Finds the latest access of an identity within the <see cref="TrackingPeriod"/>, including authentications (ID-120).
    /// </summary>
    /// <param name="identity">The user or role; for a root user, the account.</param>
    /// <param name="now">The current time.</param>
    /// <returns>The access; <see langword="null"/> if there is none.</returns>
    public LastAccess? FindLatest(ObjectKey identity, DateTimeOffset now) => Find(identity, now) is [var latest, ..] ? latest : null;

    /// <summary>Finds an identity's last access to each service within the <see cref="TrackingPeriod"/>.</summary>
    /// <param name="identity">The user or role; for a root user, the account.</param>
    /// <param name="now">The current time.</param>
    /// <returns>One access per service, ordered by the service prefix in lower case.</returns>
    public ValueList<LastAccess> FindServices(ObjectKey identity, DateTimeOffset now) =>
        [.. Find(identity, now).Where(a => a.Action != Authentication).GroupBy(a => a.Action.Service.ToString().ToLowerInvariant()).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First())];

    /// <summary>Restores saved data. A later access already recorded is kept.</summary>
    /// <param name="identity">The identity.</param>
    /// <param name="access">The access.</param>
    public void Restore(ObjectKey identity, LastAccess access)
    {
        ArgumentNullException.ThrowIfNull(access);
        Of(identity).Put(access);
    }

    /// <summary>Records that a request of an identity was authenticated, at most once per <see cref="Granularity"/> (ID-120).</summary>
    internal void NoteAuthentication(ObjectKey identity, string principal, string? region, DateTimeOffset now)
    {
        var access = Of(identity);
        if (access.IsDue(Authentication, now))
        {
            access.Put(new(Authentication, now, principal, region));
        }
    }

    internal IdentityAccess Of(ObjectKey identity)
    {
        if (_identities.TryGetValue(identity, out var known))
        {
            return known;
        }

        var access = new IdentityAccess();
        if (!_identities.TryAdd(identity, access))
        {
            return _identities.TryGetValue(identity, out known) ? known : access;
        }

        if (Interlocked.Increment(ref _count) > _maxIdentities && Interlocked.Exchange(ref _isSweeping, 1) == 0)
        {
            ForgetOldest();
            Volatile.Write(ref _isSweeping, 0);
        }

        return access;
    }

    /// <summary>Drops a tenth of the capacity, so that it is rarely necessary.</summary>
    private void ForgetOldest()
    {
        var excess = Count - _maxIdentities + Math.Max(1, _maxIdentities / 10);
        foreach (var (key, access) in _identities.OrderBy(pair => pair.Value.Latest).Take(excess))
        {
            if (_identities.TryRemove(key, out _))
            {
                access.IsForgotten = true;
                Interlocked.Decrement(ref _count);
            }
        }
    }
}
