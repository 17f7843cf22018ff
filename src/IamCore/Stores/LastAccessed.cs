using System.Collections.Concurrent;
using IamCore.Model;

namespace IamCore.Stores;

/// <summary>
/// Which identity last used which action, as the authorizer saw it (ID-267, ID-270): users, roles and, under the account, its root user. Bounded; kept in
/// memory, to be saved and given back by who needs it longer.
/// </summary>
public sealed class LastAccessed
{
    /// <summary>An access is not recorded again within this time (ID-270).</summary>
    public static readonly TimeSpan Granularity = TimeSpan.FromMinutes(15);

    /// <summary>What is older is not reported (ID-267).</summary>
    public static readonly TimeSpan TrackingPeriod = TimeSpan.FromDays(400);

    /// <summary>What an authenticated request is recorded as, besides the actions it tries: no service's action, so reports pass over it (ID-120).</summary>
    internal static readonly ActionName Authentication = ActionName.Parse("iamcore:Authenticate");

    private readonly ConcurrentDictionary<ObjectKey, IdentityAccess> _identities = new();
    private readonly int _maxIdentities;
    private int _count;
    private int _isSweeping;

    internal LastAccessed(int maxIdentities) => _maxIdentities = maxIdentities;

    /// <summary>Number of identities recorded.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The identities recorded, in no order.</summary>
    public IEnumerable<ObjectKey> Identities => _identities.Select(pair => pair.Key);

    /// <summary>The actions an identity tried within <see cref="TrackingPeriod"/>, latest first.</summary>
    public ValueList<LastAccess> Find(ObjectKey identity, DateTimeOffset now) =>
        _identities.TryGetValue(identity, out var access)
            ? [.. access.All.Where(a => a.Time > now - TrackingPeriod).OrderByDescending(a => a.Time).ThenBy(a => a.Action.ToString(), StringComparer.Ordinal)]
            : ValueList<LastAccess>.Empty;

    /// <summary>The latest thing an identity did within <see cref="TrackingPeriod"/>, an authentication counted (ID-120); <see langword="null"/> for nothing.</summary>
    public LastAccess? FindLatest(ObjectKey identity, DateTimeOffset now) => Find(identity, now) is [var latest, ..] ? latest : null;

    /// <summary>The last use of each service by an identity within <see cref="TrackingPeriod"/>, in ordinal order of the services in lower case.</summary>
    public ValueList<LastAccess> FindServices(ObjectKey identity, DateTimeOffset now) =>
        [.. Find(identity, now).Where(a => a.Action != Authentication).GroupBy(a => a.Action.Service.ToString().ToLowerInvariant()).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First())];

    /// <summary>Gives back what was saved; what is there already and later stays.</summary>
    public void Restore(ObjectKey identity, LastAccess access)
    {
        ArgumentNullException.ThrowIfNull(access);
        Of(identity).Put(access);
    }

    /// <summary>Records that a request of an identity was authenticated, at most every <see cref="Granularity"/> (ID-120).</summary>
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

    /// <summary>Lets a tenth go, so that room is made seldom.</summary>
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
