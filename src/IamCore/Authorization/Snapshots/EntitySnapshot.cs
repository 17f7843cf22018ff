using System.Collections.Immutable;
using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Authorization.Snapshots;

/// <summary>A user or role with all its compiled policies; shared by all its sessions.</summary>
internal sealed class EntitySnapshot : Snapshot
{
    private readonly ImmutableArray<GroupSnapshot> _groups;

    private EntitySnapshot(long readAt, ObjectKey[] dependencies, ImmutableArray<GroupSnapshot> groups)
        : base(readAt, dependencies) => _groups = groups;

    /// <summary>The key with the unique id.</summary>
    public required ObjectKey Key { get; init; }

    /// <summary>The account.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>The current ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The policies of the entity and its groups, each document once however often it is attached.</summary>
    public required ImmutableArray<PolicySet> Identity { get; init; }

    /// <summary>Null if there is no permissions boundary.</summary>
    public required PolicySet? PermissionsBoundary { get; init; }

    /// <summary>The tags as context values.</summary>
    public required PrincipalTags Tags { get; init; }

    /// <summary>The tags as stored.</summary>
    public required ValueList<Tag> TagList { get; init; }

    /// <exception cref="DirectoryDamagedException">A policy cannot be read, or the path of the role contradicts its owner.</exception>
    public static EntitySnapshot Of(PrincipalPolicies policies, ImmutableArray<GroupSnapshot> groups, CompiledPolicies compiled)
    {
        var entity = policies.Entity;
        if (entity is IamRole { Owner: not RoleOwner.Service } role && role.Path.StartsWith("/aws-service-role/", StringComparison.Ordinal))
        {
            throw new DirectoryDamagedException(entity.Key, $"{entity.Key} has the path {role.Path} but is not a service-linked role (ID-127)");
        }

        var own = policies.Identity.FirstOrDefault(p => p.Owner == entity.Key);
        var dependencies = new HashSet<ObjectKey> { entity.Key };
        dependencies.UnionWith(own is null ? [] : own.Managed.Select(p => p.Key.Owner));
        if (policies.PermissionsBoundary is { } boundary)
        {
            dependencies.Add(boundary.Key.Owner);
        }

        dependencies.RemoveWhere(key => key.Kind == ObjectKind.PredefinedPolicy);
        return new EntitySnapshot(policies.Revision, [.. dependencies], groups)
        {
            Key = entity.Key,
            AccountId = entity.Account,
            Arn = entity.Arn,
            Name = entity.Name,
            Identity = Distinct(GroupSnapshot.SetsOf(own, compiled), groups),
            PermissionsBoundary = policies.PermissionsBoundary is { } limit ? compiled.Get(PolicyType.PermissionsBoundary, limit) : null,
            Tags = PrincipalTags.Of(entity.Tags, ValueList<Tag>.Empty),
            TagList = entity.Tags,
        };
    }

    protected override long Extend(long through, long wanted, ChangeLog log)
    {
        foreach (var group in _groups)
        {
            through = Math.Min(through, group.ValidThrough(wanted, log));
        }

        return through;
    }

    /// <summary>A user without policies of its own and with a single group shares the group's array.</summary>
    private static ImmutableArray<PolicySet> Distinct(ImmutableArray<PolicySet> own, ImmutableArray<GroupSnapshot> groups) =>
        own.IsEmpty && groups is [var only] ? only.Sets : [.. own.Concat(groups.SelectMany(g => g.Sets)).Distinct()];
}
