using System.Collections.Immutable;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Authorization.Snapshots;

/// <summary>All that is stored about who asks, as a decision needs it.</summary>
internal sealed class PrincipalSnapshot(long readAt, ObjectKey[] dependencies) : Snapshot(readAt, dependencies)
{
    /// <summary>The principal by its current name.</summary>
    public required Principal Principal { get; init; }

    /// <summary>The user or role; null for kinds that have none and for root.</summary>
    public EntitySnapshot? Entity { get; init; }

    /// <summary>The account; null for kinds that have none.</summary>
    public AccountSnapshot? Account { get; init; }

    /// <summary><c>aws:userid</c> (ST-025); absent for kinds of which the host may know one.</summary>
    public ContextValue UserId { get; init; }

    /// <summary>The tags of entity and session.</summary>
    public PrincipalTags Tags { get; init; } = PrincipalTags.None;

    /// <summary>The session's keys; null where the host is asked.</summary>
    public RequestContext? SessionKeys { get; init; }

    /// <summary>When the session's second factor was checked.</summary>
    public MultiFactorAge? MultiFactor { get; init; }

    /// <summary>What is recorded of the identity's accesses, once somebody looked for it.</summary>
    public IdentityAccess? Access { get; set; }

    /// <summary>For a federated session of a user, the resource policies that name the user by id; null for all others.</summary>
    public UserIdTranslation? Translation { get; init; }

    /// <summary>What accesses are recorded under: the user or role, for root the account; the default for kinds that nothing is recorded of.</summary>
    public ObjectKey AccessKey => Entity?.Key ?? Account?.Account?.Key ?? default;

    /// <summary>The policies of the principal's side: all but those of the resource and the endpoint.</summary>
    public ApplicablePolicies Policies { get; init; }

    /// <summary>A principal of whom nothing can be stored.</summary>
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
