using System.Collections.Immutable;
using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>The policies of a scenario: documents in file order; unnamed ones have no name.</summary>
public sealed record ScenarioPolicies
{
    /// <summary>No policies.</summary>
    public static ScenarioPolicies None { get; } = new();

    /// <summary>The policies attached to the user and its groups, or to the role.</summary>
    public ValueList<NamedPolicy> Identity { get; init; } = ValueList<NamedPolicy>.Empty;

    /// <summary>The permissions boundary.</summary>
    public ValueList<NamedPolicy> PermissionsBoundary { get; init; } = ValueList<NamedPolicy>.Empty;

    /// <summary>The session policies.</summary>
    public ValueList<NamedPolicy> Session { get; init; } = ValueList<NamedPolicy>.Empty;

    /// <summary>The resource-based policies; for a request to assume a role, the role's trust policy (PL-014).</summary>
    public ValueList<NamedPolicy> Resource { get; init; } = ValueList<NamedPolicy>.Empty;

    /// <summary>The service control policies by level, starting at the organization's root.</summary>
    public ValueList<ValueList<NamedPolicy>> ServiceControl { get; init; } = ValueList<ValueList<NamedPolicy>>.Empty;

    /// <summary>The resource control policies by level, starting at the organization's root.</summary>
    public ValueList<ValueList<NamedPolicy>> ResourceControl { get; init; } = ValueList<ValueList<NamedPolicy>>.Empty;

    /// <summary>The policies of the VPC endpoint.</summary>
    public ValueList<NamedPolicy> VpcEndpoint { get; init; } = ValueList<NamedPolicy>.Empty;

    /// <summary>
    /// Compiles the documents. An empty list means that there is no policy of that type; a level without documents still counts as a
    /// level (EV-034).
    /// </summary>
    /// <returns>The compiled policies.</returns>
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
