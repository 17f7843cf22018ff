using System.Collections.Immutable;
using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Authorization.Snapshots;

/// <summary>A group's policies, compiled once for all its members.</summary>
internal sealed class GroupSnapshot : Snapshot
{
    private readonly long _revision;
    private readonly ValueList<PolicyKey> _keys;

    private GroupSnapshot(long readAt, ObjectKey[] dependencies, long revision, ValueList<PolicyKey> keys, ImmutableArray<PolicySet> sets)
        : base(readAt, dependencies)
    {
        _revision = revision;
        _keys = keys;
        Sets = sets;
    }

    /// <summary>One set per document.</summary>
    public ImmutableArray<PolicySet> Sets { get; }

    /// <summary>Creates the snapshot; <paramref name="policies"/> is null for a group without policies.</summary>
    /// <exception cref="DirectoryDamagedException">A policy cannot be read.</exception>
    public static GroupSnapshot Of(long revision, IamGroup group, IdentityPolicies? policies, CompiledPolicies compiled)
    {
        var keys = KeysOf(policies);
        ObjectKey[] dependencies = [group.Key, .. keys.Select(k => k.Owner).Where(k => k != group.Key && k.Kind != ObjectKind.PredefinedPolicy)];
        return new GroupSnapshot(revision, dependencies, group.Revision, keys, SetsOf(policies, compiled));
    }

    /// <summary>Returns one set per document, inline policies first.</summary>
    public static ImmutableArray<PolicySet> SetsOf(IdentityPolicies? policies, CompiledPolicies compiled) => policies is null
        ? []
        : [.. policies.Inline.Concat(policies.Managed).Select(policy => compiled.Get(PolicyType.Identity, policy))];

    /// <summary>Whether a later read found the same.</summary>
    public bool IsSameAs(IamGroup group, IdentityPolicies? policies) => group.Revision == _revision && KeysOf(policies).Equals(_keys);

    private static ValueList<PolicyKey> KeysOf(IdentityPolicies? policies) => policies is null
        ? ValueList<PolicyKey>.Empty
        : [.. policies.Inline.Concat(policies.Managed).Select(p => p.Key)];
}
