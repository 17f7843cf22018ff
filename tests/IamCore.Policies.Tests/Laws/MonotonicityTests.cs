using System.Collections.Immutable;
using IamCore.Policies.Tests.Generation;

namespace IamCore.Policies.Tests.Laws;

/// <summary>What may be added to a request's policies without anybody gaining anything.</summary>
public sealed class MonotonicityTests
{
    private static readonly GeneratedPolicy DenyAll = new(null, PolicyDocument.Version2012, [new GeneratedStatement { IsDeny = true, Action = ["*"], Resource = ["*"] }]);

    /// <summary>EV-100 alone knows a request that no deny stops.</summary>
    [Fact, Rule("EV-021")]
    public void A_matching_deny_wins_over_everything() => LawCase.Holds((_, given, isTrust) =>
    {
        var policies = given.Policies with { Identity = given.Policies.Identity.Add([DenyAll]) };
        var decision = LawCase.Decide(given with { Policies = policies }, isTrust);
        var cannotBeDenied = given.Request.Action.Equals("sts:GetCallerIdentity", StringComparison.OrdinalIgnoreCase) && given.Request.Principal.Text != "*";
        return decision is null || cannotBeDenied || (decision.Value.Decision == Decision.ExplicitDeny && decision.Value.DeniedBy.HasFlag(PolicyTypes.Identity))
            ? null
            : $"{decision} in spite of a deny of everything";
    });

    [Fact, Rule("EV-021")]
    public void Adding_a_deny_statement_never_widens() => LawCase.Holds((rng, given, isTrust) =>
    {
        var policies = given.Policies;
        policies = rng.Next(7) switch
        {
            0 => policies with { Identity = AddToLevels(policies.Identity, Deny(rng, given, PolicyType.Identity)) },
            1 => policies with { PermissionsBoundary = Add(policies.PermissionsBoundary, Deny(rng, given, PolicyType.PermissionsBoundary)) },
            2 => policies with { Session = Add(policies.Session, Deny(rng, given, PolicyType.Session)) },
            3 => policies with { Resource = Add(policies.Resource, Deny(rng, given, isTrust ? PolicyType.Trust : PolicyType.Resource)) },
            4 => policies with { ServiceControl = AddToLevels(policies.ServiceControl, Deny(rng, given, PolicyType.ServiceControl)) },
            5 => policies with { ResourceControl = AddToLevels(policies.ResourceControl, Deny(rng, given, PolicyType.ResourceControl)) },
            _ => policies with { VpcEndpoint = Add(policies.VpcEndpoint, Deny(rng, given, PolicyType.VpcEndpoint)) },
        };
        return LawCase.Widened(given, given with { Policies = policies }, isTrust);
    });

    [Fact, Rule("EV-030")]
    public void Setting_a_permissions_boundary_never_widens() => LawCase.Holds((rng, given, isTrust) =>
        LawCase.Widened(
            given with { Policies = given.Policies with { PermissionsBoundary = [] } },
            given with { Policies = given.Policies with { PermissionsBoundary = [Any(rng, given, PolicyType.PermissionsBoundary)] } },
            isTrust));

    /// <summary>A federated user session has no permissions at all until session policies are passed (EV-056): for it, passing some does widen.</summary>
    [Fact, Rule("EV-057")]
    public void Passing_a_session_policy_never_widens() => LawCase.Holds((rng, given, isTrust) =>
        given.Request.Principal.Text.Contains(":federated-user/", StringComparison.Ordinal)
            ? null
            : LawCase.Widened(
                given with { Policies = given.Policies with { Session = [] } },
                given with { Policies = given.Policies with { Session = [Any(rng, given, PolicyType.Session)] } },
                isTrust));

    [Fact, Rule("EV-041")]
    public void Adding_a_level_of_service_control_policies_never_widens() => LawCase.Holds((rng, given, isTrust) =>
        LawCase.Widened(
            given,
            given with { Policies = given.Policies with { ServiceControl = given.Policies.ServiceControl.Add(rng.Chance(10) ? [] : [Any(rng, given, PolicyType.ServiceControl)]) } },
            isTrust));

    [Fact, Rule("EV-042")]
    public void Adding_a_resource_control_policy_never_widens() => LawCase.Holds((rng, given, isTrust) =>
        LawCase.Widened(
            given,
            given with { Policies = given.Policies with { ResourceControl = given.Policies.ResourceControl.Add([Any(rng, given, PolicyType.ResourceControl)]) } },
            isTrust));

    [Fact, Rule("EV-030")]
    public void Passing_through_an_endpoint_with_a_policy_never_widens() => LawCase.Holds((rng, given, isTrust) =>
        LawCase.Widened(
            given with { Policies = given.Policies with { VpcEndpoint = [] } },
            given with { Policies = given.Policies with { VpcEndpoint = [Any(rng, given, PolicyType.VpcEndpoint)] } },
            isTrust));

    private static GeneratedPolicy Any(Rng rng, GeneratedCase given, PolicyType type)
    {
        var statements = new StatementGenerator(rng, given.Request);
        return new GeneratedPolicy(null, PolicyDocument.Version2012, [.. Enumerable.Range(0, rng.Next(3)).Select(_ => statements.Statement(type, usesVariables: true))]);
    }

    private static GeneratedStatement Deny(Rng rng, GeneratedCase given, PolicyType type)
    {
        var statement = new StatementGenerator(rng, given.Request).Statement(type, usesVariables: true);
        return statement with { IsDeny = true };
    }

    private static ImmutableArray<GeneratedPolicy> Add(ImmutableArray<GeneratedPolicy> policies, GeneratedStatement statement) =>
        policies.Add(new GeneratedPolicy(null, PolicyDocument.Version2012, [statement]));

    /// <summary>Into the last level, or a new one.</summary>
    private static ImmutableArray<ImmutableArray<GeneratedPolicy>> AddToLevels(ImmutableArray<ImmutableArray<GeneratedPolicy>> levels, GeneratedStatement statement) =>
        levels.IsEmpty ? [Add([], statement)] : levels.SetItem(levels.Length - 1, Add(levels[^1], statement));
}
