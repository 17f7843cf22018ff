using System.Diagnostics;
using IamCore.Model;
using IamCore.Predefined;
using IamCore.Stores;

namespace IamCore.Principals;

/// <summary>Reads the policies that apply to a principal from a store and the predefined policies, at one revision (ID-257).</summary>
/// <param name="store">The store.</param>
/// <param name="predefined">The predefined policies.</param>
public sealed class PrincipalPolicyReader(IDirectoryLoader store, PredefinedPolicies predefined)
{
    /// <summary>Finds the policies that apply to a user or role.</summary>
    /// <param name="account">The account.</param>
    /// <param name="entity">The user or role: by key, or by <see cref="DirectoryKeys.User"/> or <see cref="DirectoryKeys.Role"/>.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The policies; <see langword="null"/> if the account has no such user or role.</returns>
    /// <exception cref="DirectoryDamagedException">A reference has no target.</exception>
    public async ValueTask<PrincipalPolicies?> FindEntityAsync(AccountId account, ObjectLocator entity, CancellationToken cancellationToken)
    {
        var graph = await store.LoadAsync([ObjectLocator.ByKey(ObjectKind.Account, account.ToString()), entity], cancellationToken).ConfigureAwait(false);
        return graph.Roots is [IamAccount owner, IamEntity found] && found.Account == account
            ? new Assembly(graph, predefined, owner.Partition).PrincipalOf(owner, found)
            : null;
    }

    /// <summary>Finds the policies that apply to an account's root user and resources.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The policies; <see langword="null"/> if there is no such account.</returns>
    /// <exception cref="DirectoryDamagedException">A reference has no target.</exception>
    public async ValueTask<AccountPolicies?> FindAccountAsync(AccountId account, CancellationToken cancellationToken)
    {
        var graph = await store.LoadAsync([ObjectLocator.ByKey(ObjectKind.Account, account.ToString())], cancellationToken).ConfigureAwait(false);
        return graph.Roots is [IamAccount found] ? new Assembly(graph, predefined, found.Partition).AccountOf(found) : null;
    }

    /// <summary>Collects the policies of a user or role from a graph that contains it and its account.</summary>
    /// <exception cref="DirectoryDamagedException">A reference has no target.</exception>
    internal static PrincipalPolicies Assemble(DirectoryGraph graph, PredefinedPolicies predefined, IamAccount owner, IamEntity entity) =>
        new Assembly(graph, predefined, owner.Partition).PrincipalOf(owner, entity);

    /// <summary>Collects the policies of an account from a graph that contains it.</summary>
    /// <exception cref="DirectoryDamagedException">A reference has no target.</exception>
    internal static AccountPolicies Assemble(DirectoryGraph graph, PredefinedPolicies predefined, IamAccount account) =>
        new Assembly(graph, predefined, account.Partition).AccountOf(account);

    /// <summary>Finds a managed policy passed to a session; null if it has been deleted since (ST-022).</summary>
    internal static AppliedPolicy? FindSessionPolicy(DirectoryGraph graph, PredefinedPolicies predefined, IamAccount account, ObjectKey key) =>
        key.Kind == ObjectKind.ManagedPolicy && graph.Find(key) is null
            ? null
            : new Assembly(graph, predefined, account.Partition).Managed(account.Key, "session policy", key);

    private sealed class Assembly(DirectoryGraph graph, PredefinedPolicies predefined, string partition)
    {
        public PrincipalPolicies PrincipalOf(IamAccount account, IamEntity entity)
        {
            var groups = new List<IamGroup>();
            foreach (var id in entity is IamUser user ? user.Groups : ValueList<string>.Empty)
            {
                groups.Add(Get<IamGroup>(entity.Key, new(ObjectKind.Group, id)));
            }

            var identity = new List<IdentityPolicies>();
            foreach (var owner in (IEnumerable<IamIdentity>)[entity, .. groups])
            {
                if (owner.AttachedPolicies.Count + owner.InlinePolicies.Count > 0)
                {
                    identity.Add(PoliciesOf(owner));
                }
            }

            return new PrincipalPolicies
            {
                Entity = entity,
                Groups = [.. groups],
                Identity = [.. identity],
                PermissionsBoundary = entity.PermissionsBoundary is { } boundary ? Managed(entity.Key, "permissions boundary", boundary) : null,
                Account = AccountOf(account),
            };
        }

        public AccountPolicies AccountOf(IamAccount account)
        {
            var nodes = new List<OrganizationNode> { account };
            while (nodes[^1].ParentKey is { } parent)
            {
                nodes.Add(Get<OrganizationNode>(nodes[^1].Key, parent));
            }

            nodes.Reverse();
            if (nodes[0] is not Organization organization)
            {
                return new AccountPolicies { Revision = graph.Revision, Account = account };
            }

            var isExempt = organization.ManagementAccount == account.AccountId;
            return new AccountPolicies
            {
                Revision = graph.Revision,
                Account = account,
                Organization = organization,
                OrganizationPath = PathOf(organization, nodes),
                ServiceControl = isExempt ? ValueList<ControlLevel>.Empty : [.. nodes.Select(n => Level(n, n.ServiceControlPolicies))],
                ResourceControl = isExempt ? ValueList<ControlLevel>.Empty : [.. nodes.Select(n => Level(n, n.ResourceControlPolicies))],
            };
        }

        private static string PathOf(Organization organization, List<OrganizationNode> nodes) =>
            string.Concat([organization.Id, "/", organization.RootId, "/", .. nodes.OfType<OrganizationalUnit>().SelectMany(u => (string[])[u.Id, "/"])]);

        private IdentityPolicies PoliciesOf(IamIdentity owner)
        {
            var origin = $"{NameOf(owner)} {owner.Name}";
            var inline = ((IEnumerable<InlinePolicy>)owner.InlinePolicies).Select(p => new AppliedPolicy
            {
                Key = new(owner.Key, p.Name, owner.Revision),
                Name = p.Name,
                Origin = origin,
                Document = p.Document,
            });
            var managed = ((IEnumerable<ObjectKey>)owner.AttachedPolicies).Select(key => Managed(owner.Key, origin, key));
            return new(owner.Key, [.. inline], [.. managed]);
        }

        private ControlLevel Level(OrganizationNode node, ValueList<ObjectKey> policies)
        {
            var origin = $"{NameOf(node)} {node.Name}";
            return new(node.Key, origin, [.. ((IEnumerable<ObjectKey>)policies).Select(key => Managed(node.Key, origin, key))]);
        }

        public AppliedPolicy Managed(ObjectKey owner, string origin, ObjectKey key)
        {
            if (key.Kind == ObjectKind.PredefinedPolicy)
            {
                var policy = predefined.Find(key) ?? throw Missing(owner, key);
                return new() { Key = new(key, $"{policy.DefaultVersionId}@{partition}", 0), Name = policy.Name, Origin = origin, Document = policy.TextIn(partition) };
            }

            if (key.Kind == ObjectKind.ControlPolicy)
            {
                var policy = Get<ControlPolicy>(owner, key);
                return new() { Key = new(key, "", policy.Revision), Name = policy.Name, Origin = origin, Document = policy.Document };
            }

            var managed = Get<ManagedPolicy>(owner, key);
            var version = managed.DefaultVersion
                ?? throw new DirectoryDamagedException(key, $"{key} has no version {managed.DefaultVersionId}, which is its default");
            return new() { Key = new(key, version.VersionId, managed.Revision), Name = managed.Name, Origin = origin, Document = version.Document };
        }

        private T Get<T>(ObjectKey from, ObjectKey key)
            where T : DirectoryObject => graph.Find(key) as T ?? throw Missing(from, key);

        private static DirectoryDamagedException Missing(ObjectKey from, ObjectKey key) => new(from, $"{from} refers to {key}, which does not exist");

        private static string NameOf(DirectoryObject o) => o.ObjectKind switch
        {
            ObjectKind.User => "user",
            ObjectKind.Group => "group",
            ObjectKind.Role => "role",
            ObjectKind.Organization => "organization root",
            ObjectKind.OrganizationalUnit => "organizational unit",
            ObjectKind.Account => "account",
            _ => throw new UnreachableException(),
        };
    }
}
