using IamCore.Authorization.Snapshots;
using IamCore.Model;

namespace IamCore.Authorization;

/// <summary>The caches of one authorizer.</summary>
internal sealed class SnapshotCaches(DirectoryAuthorizer owner, int maxPrincipals)
{
    private const int MaxSmall = 16_384;

    /// <summary>Principals identified by name.</summary>
    public BoundedCache<Principal, PrincipalSnapshot> Principals { get; } = new(maxPrincipals);

    /// <summary>Roles, which have many sessions, and users to which sessions are bound.</summary>
    public BoundedCache<ObjectKey, EntitySnapshot> Entities { get; } = new(maxPrincipals);

    /// <summary>Groups.</summary>
    public BoundedCache<ObjectKey, GroupSnapshot> Groups { get; } = new(MaxSmall);

    /// <summary>Accounts by id, whether the directory contains them or not.</summary>
    public BoundedCache<string, AccountSnapshot> Accounts { get; } = new(MaxSmall);

    /// <summary>Trust policies by ARN of the role.</summary>
    public BoundedCache<string, TrustSnapshot> Trusts { get; } = new(MaxSmall);

    /// <summary>Compiled documents.</summary>
    public CompiledPolicies Compiled { get; } = new();

    /// <summary>Finds an account by its id.</summary>
    public bool TryAccount(ReadOnlySpan<char> digits, out AccountSnapshot account) => Accounts.TryGet(digits, out account);

    /// <summary>Caches a principal: in its session, or by name.</summary>
    public void Keep(in AccessQuestion question, PrincipalSnapshot principal)
    {
        if (question.Session is { } session)
        {
            session.Memo = new SessionMemo(owner, principal);
            if (principal.Entity is { } entity)
            {
                Entities.Keep(entity.Key, entity);
            }
        }
        else
        {
            Principals.Keep(question.Principal, principal);
        }
    }

    /// <summary>Whether sessions share the entity, in addition to principals identified by name.</summary>
    public static bool KeepsEntity(ObjectKey key) => key.Kind == ObjectKind.Role;
}
