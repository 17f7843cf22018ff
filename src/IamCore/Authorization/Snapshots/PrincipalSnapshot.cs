using System.Collections.Immutable;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Authorization.Snapshots;

/// <summary>Everything stored about a principal that decisions need.</summary>
internal sealed class PrincipalSnapshot(long readAt, ObjectKey[] dependencies) : Snapshot(readAt, dependencies)
{
    /// <summary>The principal under its current name.</summary>
    public required Principal Principal { get; init; }

    /// <summary>The user or role; null for root users and for kinds of principals that have none.</summary>
    public EntitySnapshot? Entity { get; init; }

    /// <summary>The account; null for kinds of principals that have none.</summary>
    public AccountSnapshot? Account { get; init; }

    /// <summary><c>aws:userid</c> (ST-025); absent for kinds of principals whose id only the host may know.</summary>
    public ContextValue UserId { get; init; }

    /// <summary>The tags of entity and session.</summary>
    public PrincipalTags Tags { get; init; } = PrincipalTags.None;

    /// <summary>The session's context keys; null if they are taken from the host.</summary>
    public RequestContext? SessionKeys { get; init; }

    /// <summary>When the session's second factor was verified.</summary>
    public MultiFactorAge? MultiFactor { get; init; }

    /// <summary>The recorded accesses of the identity, once looked up.</summary>
    public IdentityAccess? Access { get; set; }

    /// <summary>For a federated session of a user, translates resource policies that name the user by id; null for all others.</summary>
    public UserIdTranslation? Translation { get; init; }

    /// <summary>
    /// The key under which accesses are recorded: the user or role, for root users the account; default if nothing is recorded.
    /// </summary>
    public ObjectKey AccessKey => Entity?.Key ?? Account?.Account?.Key ?? default;

    /// <summary>The policies on the principal's side: all but those of the resource and the endpoint.</summary>
    public ApplicablePolicies Policies { get; init; }

    /// <summary>Creates the snapshot of a principal about whom nothing can be stored.</summary>
    public static PrincipalSnapshot Unstored(Principal principal) => new(0, [])
    {
        Principal = principal,
        UserId = principal.Kind == PrincipalKind.Anonymous ? ContextValue.From("anonymous") : default,
        Policies = new ApplicablePolicies { Identity = ImmutableArray<PolicySet>.Empty },
    };

    protected override long Extend(long through, long wanted, ChangeLog log)
    {
        if (Entity is null && Account is null)
        {
            return wanted;
        }

        through = Entity is null ? through : Math.Min(through, Entity.ValidThrough(wanted, log));
        return Account is null ? through : Math.Min(through, Account.ValidThrough(wanted, log));
    }
}
