using IamCore.Authorization.Snapshots;
using IamCore.Model;

namespace IamCore.Authorization;

/// <summary>The caches of one authorizer.</summary>
internal sealed class SnapshotCaches(DirectoryAuthorizer owner, int maxPrincipals)
{
    private const int MaxSmall = 16_384;

    /// <summary>Principals asked by name.</summary>
    public BoundedCache<Principal, PrincipalSnapshot> Principals { get; } = new(maxPrincipals);

    /// <summary>Roles, which have many sessions, and users that sessions are bound to.</summary>
    public BoundedCache<ObjectKey, EntitySnapshot> Entities { get; } = new(maxPrincipals);

    /// <summary>Groups.</summary>
    public BoundedCache<ObjectKey, GroupSnapshot> Groups { get; } = new(MaxSmall);

    /// <summary>Accounts by their digits, held or not.</summary>
    public BoundedCache<string, AccountSnapshot> Accounts { get; } = new(MaxSmall);

    /// <summary>Trust policies by the role's ARN.</summary>
    public BoundedCache<string, TrustSnapshot> Trusts { get; } = new(MaxSmall);

    /// <summary>Compiled documents.</summary>
    public CompiledPolicies Compiled { get; } = new();

    /// <summary>The account of some digits.</summary>
    public bool TryAccount(ReadOnlySpan<char> digits, out AccountSnapshot account) => Accounts.TryGet(digits, out account);

    /// <summary>Remembers who asked: in the session, or by name.</summary>
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

    /// <summary>Whether sessions share the entity, beside those that are asked about by name.</summary>
    public static bool KeepsEntity(ObjectKey key) => key.Kind == ObjectKind.Role;
}
