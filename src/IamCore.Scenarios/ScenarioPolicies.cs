using System.Collections.Immutable;
using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>The policies of a scenario as written: documents in file order, unnamed ones without a name.</summary>
public sealed record ScenarioPolicies
{
    /// <summary>No policies at all.</summary>
    public static ScenarioPolicies None { get; } = new();

    /// <summary>All that is attached to the user and its groups, or to the role.</summary>
    public ValueList<NamedPolicy> Identity { get; init; } = ValueList<NamedPolicy>.Empty;

    /// <summary>The documents of the boundary.</summary>
    public ValueList<NamedPolicy> PermissionsBoundary { get; init; } = ValueList<NamedPolicy>.Empty;

    /// <summary>The session policies.</summary>
    public ValueList<NamedPolicy> Session { get; init; } = ValueList<NamedPolicy>.Empty;

    /// <summary>The resource's policies; in a trust request the role's trust policy, read as such (PL-014).</summary>
    public ValueList<NamedPolicy> Resource { get; init; } = ValueList<NamedPolicy>.Empty;

    /// <summary>SCPs by level, organization root first.</summary>
    public ValueList<ValueList<NamedPolicy>> ServiceControl { get; init; } = ValueList<ValueList<NamedPolicy>>.Empty;

    /// <summary>RCPs by level, organization root first.</summary>
    public ValueList<ValueList<NamedPolicy>> ResourceControl { get; init; } = ValueList<ValueList<NamedPolicy>>.Empty;

    /// <summary>The endpoint's policies.</summary>
    public ValueList<NamedPolicy> VpcEndpoint { get; init; } = ValueList<NamedPolicy>.Empty;

    /// <summary>Compiles the documents. An empty list means that there is none of that type; a level without documents is a level (EV-034).</summary>
    public ApplicablePolicies Compile() => new()
    {
        Identity = Identity.Count == 0 ? [] : [Compile(PolicyType.Identity, Identity)],
        PermissionsBoundary = CompileIfAny(PolicyType.PermissionsBoundary, PermissionsBoundary),
        Session = CompileIfAny(PolicyType.Session, Session),
        Resource = Resource.Count == 0 ? null : Compile(Resource[0].Document.Type, Resource),
        ServiceControl = CompileLevels(PolicyType.ServiceControl, ServiceControl),
        ResourceControl = CompileLevels(PolicyType.ResourceControl, ResourceControl),
        VpcEndpoint = CompileIfAny(PolicyType.VpcEndpoint, VpcEndpoint),
    };

    private static PolicySet Compile(PolicyType type, ValueList<NamedPolicy> policies) => PolicySet.Compile(type, policies.AsSpan());

    private static PolicySet? CompileIfAny(PolicyType type, ValueList<NamedPolicy> policies) =>
        policies.Count == 0 ? null : Compile(type, policies);

    private static ImmutableArray<PolicySet> CompileLevels(PolicyType type, ValueList<ValueList<NamedPolicy>> levels)
    {
        var sets = ImmutableArray.CreateBuilder<PolicySet>(levels.Count);
        foreach (var level in levels)
        {
            sets.Add(Compile(type, level));
        }

        return sets.MoveToImmutable();
    }
}
