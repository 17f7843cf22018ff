using System.Collections.Immutable;
using IamCore.Model;
using IamCore.Principals;
using IamCore.Stores;

namespace IamCore.Authorization.Snapshots;

/// <summary>An account with its compiled control policies. Accounts that the directory does not contain are cached too.</summary>
internal sealed class AccountSnapshot : Snapshot
{
    private AccountSnapshot(long readAt, ObjectKey[] dependencies)
        : base(readAt, dependencies)
    {
    }

    /// <summary>Null if the directory does not contain the account.</summary>
    public IamAccount? Account { get; private init; }

    /// <summary><c>aws:PrincipalOrgID</c> and <c>aws:ResourceOrgID</c>; absent for a standalone account (ID-023).</summary>
    public ContextValue OrganizationId { get; private init; }

    /// <summary><c>aws:PrincipalOrgPaths</c> and <c>aws:ResourceOrgPaths</c> (ID-023).</summary>
    public ContextValue OrganizationPaths { get; private init; }

    /// <summary>The levels of service control policies (ID-024).</summary>
    public ImmutableArray<PolicySet> ServiceControl { get; private init; } = [];

    /// <summary>The levels of resource control policies (ID-024).</summary>
    public ImmutableArray<PolicySet> ResourceControl { get; private init; } = [];

    /// <summary>What the snapshot was made from; null if the directory does not contain the account.</summary>
    public AccountPolicies? Policies { get; private init; }

    public static AccountSnapshot NotHeld(string account, long readAt) => new(readAt, [new(ObjectKind.Account, account)]);

    /// <exception cref="DirectoryDamagedException">A control policy cannot be read.</exception>
    public static AccountSnapshot Of(AccountPolicies policies, DirectoryGraph graph, CompiledPolicies compiled)
    {
        var dependencies = new HashSet<ObjectKey>();
        for (OrganizationNode? node = policies.Account; node is not null; node = node.ParentKey is { } parent ? graph.Find(parent) as OrganizationNode : null)
        {
            dependencies.Add(node.Key);
        }

        foreach (var level in (IEnumerable<ControlLevel>)[.. policies.ServiceControl, .. policies.ResourceControl])
        {
            dependencies.UnionWith(level.Policies.Select(p => p.Key.Owner));
        }

        return new AccountSnapshot(policies.Revision, [.. dependencies.Where(key => key.Kind != ObjectKind.PredefinedPolicy)])
        {
            Account = policies.Account,
            Policies = policies,
            OrganizationId = policies.Organization is { } o ? ContextValue.From(o.Id) : default,
            OrganizationPaths = policies.OrganizationPath is { } path ? ContextValue.Many(path) : default,
            ServiceControl = Levels(PolicyType.ServiceControl, policies.ServiceControl, compiled),
            ResourceControl = Levels(PolicyType.ResourceControl, policies.ResourceControl, compiled),
        };
    }

    /// <summary>Whether a later read found the same.</summary>
    public bool IsSameAs(AccountPolicies policies) => Policies is { } mine && mine with { Revision = policies.Revision } == policies;

    private static ImmutableArray<PolicySet> Levels(PolicyType type, ValueList<ControlLevel> levels, CompiledPolicies compiled) =>
        [.. levels.Select(level => compiled.Get(type, level.Policies.AsSpan()))];
}
