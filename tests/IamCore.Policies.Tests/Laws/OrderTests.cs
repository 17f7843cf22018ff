using System.Collections.Immutable;
using IamCore.Policies.Tests.Agreement;
using IamCore.Policies.Tests.Generation;

namespace IamCore.Policies.Tests.Laws;

/// <summary>Neither order nor duplicates change an answer (PL-002, PL-124).</summary>
public sealed class OrderTests
{
    [Fact, Rule("PL-002")]
    public void Order_of_statements_policies_and_values_changes_nothing() => LawCase.Holds((rng, given, isTrust) =>
        Same(given, given with { Policies = Mapped(given.Policies, new Reordering(rng)) }, isTrust));

    [Fact, Rule("PL-124")]
    public void Duplicates_of_statements_policies_and_values_change_nothing() => LawCase.Holds((rng, given, isTrust) =>
        Same(given, given with { Policies = Mapped(given.Policies, new Doubling(rng)) }, isTrust));

    private static string? Same(GeneratedCase before, GeneratedCase after, bool isTrust)
    {
        var (first, second) = (Answer(before, isTrust), Answer(after, isTrust));
        return first == second ? null : $"{first} became {second} with {CaseWriter.Scenario(after, "after")}";
    }

    private static string? Answer(GeneratedCase given, bool isTrust)
    {
        if (CompiledSide.Request(given.Request, out var error) is not { } request)
        {
            return error;
        }

        var policies = Bundle.Read(given.Policies, isTrust).Compiled;
        return $"{PolicyEvaluator.Evaluate(in request, policies)} {string.Join(' ', (IEnumerable<string>)PolicyEvaluator.Explain(in request, policies).MissingContext)}";
    }

    /// <summary>A change of every list whose order and duplicates do not count.</summary>
    private interface IListChange
    {
        ImmutableArray<T> Of<T>(ImmutableArray<T> items);

        /// <summary>For lists in which nothing may stand twice: entries of <c>Condition</c>, and statements with a Sid.</summary>
        ImmutableArray<T> OfUnique<T>(ImmutableArray<T> items);
    }

    private sealed class Reordering(Rng rng) : IListChange
    {
        public ImmutableArray<T> Of<T>(ImmutableArray<T> items)
        {
            var shuffled = items.ToArray();
            for (var i = shuffled.Length - 1; i > 0; i--)
            {
                var j = rng.Next(i + 1);
                (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
            }

            return [.. shuffled];
        }

        public ImmutableArray<T> OfUnique<T>(ImmutableArray<T> items) => Of(items);
    }

    private sealed class Doubling(Rng rng) : IListChange
    {
        public ImmutableArray<T> Of<T>(ImmutableArray<T> items) => items.IsEmpty ? items : items.Add(rng.Pick<T>(items));

        public ImmutableArray<T> OfUnique<T>(ImmutableArray<T> items) => items;
    }

    private static GeneratedPolicies Mapped(GeneratedPolicies policies, IListChange change) => new()
    {
        Identity = change.Of(Levels(policies.Identity, change)),
        PermissionsBoundary = Documents(policies.PermissionsBoundary, change),
        Session = Documents(policies.Session, change),
        Resource = Documents(policies.Resource, change),
        ServiceControl = change.Of(Levels(policies.ServiceControl, change)),
        ResourceControl = change.Of(Levels(policies.ResourceControl, change)),
        VpcEndpoint = Documents(policies.VpcEndpoint, change),
    };

    private static ImmutableArray<ImmutableArray<GeneratedPolicy>> Levels(ImmutableArray<ImmutableArray<GeneratedPolicy>> levels, IListChange change) =>
        [.. levels.Select(level => Documents(level, change))];

    private static ImmutableArray<GeneratedPolicy> Documents(ImmutableArray<GeneratedPolicy> policies, IListChange change) =>
        change.Of([.. policies.Select(p => p with { Statements = change.Of([.. p.Statements.Select(s => Statement(s, change))]) })]);

    /// <summary>Full access in an RCP is accepted in its standard form only (PL-010 note 6), so statements of that form stay as they are.</summary>
    private static GeneratedStatement Statement(GeneratedStatement statement, IListChange change) => statement is { IsDeny: false, Action: ["*"] } ? statement with { Sid = null } : statement with
    {
        Sid = null,
        Principal = Principal(statement.Principal, change),
        NotPrincipal = Principal(statement.NotPrincipal, change),
        Action = Entries(statement.Action, change),
        NotAction = Entries(statement.NotAction, change),
        Resource = Entries(statement.Resource, change),
        NotResource = Entries(statement.NotResource, change),
        Conditions = statement.Conditions is { } conditions
            ? change.OfUnique([.. conditions.Select(c => c with { Values = change.Of(c.Values) })])
            : null,
    };

    private static GeneratedPrincipal? Principal(GeneratedPrincipal? principal, IListChange change) =>
        principal is null ? null : principal with { Entries = change.Of(principal.Entries) };

    private static ImmutableArray<string>? Entries(ImmutableArray<string>? entries, IListChange change) =>
        entries is { } list ? change.Of(list) : null;
}
