using IamCore.Policies.Tests.Agreement;

namespace IamCore.Policies.Tests.Laws;

public sealed class ExplanationTests
{
    [Fact, Rule("EV-113")]
    public void An_explanation_has_the_decision_it_explains() => LawCase.Holds((_, given, isTrust) =>
    {
        if (CompiledSide.Request(given.Request, out var _) is not { } request)
        {
            return null;
        }

        var policies = Bundle.Read(given.Policies, isTrust).Compiled;
        var decision = PolicyEvaluator.Evaluate(in request, policies);
        var explanation = PolicyEvaluator.Explain(in request, policies);
        if (explanation.Decision != decision)
        {
            return $"decided {decision}, explained {explanation.Decision}";
        }

        // Every statement that decided is traced as matching, and has the effect of the decision.
        var effect = decision.Decision == Decision.ExplicitDeny ? Effect.Deny : Effect.Allow;
        var matching = ((IEnumerable<StatementTrace>)explanation.Statements).Where(s => s.IsMatch).Select(s => (s.Statement.Policy, s.Statement.Type, s.Statement.Index)).ToHashSet();
        foreach (var matched in explanation.Matched)
        {
            if (matched.Statement.Effect != effect || !matching.Contains((matched.Policy, matched.Type, matched.Index)))
            {
                return $"{matched} decided but is not traced as matching";
            }
        }

        return null;
    });

    /// <summary>EV-111: the traced statements alone say whether and by what a request is explicitly denied.</summary>
    [Fact, Rule("EV-111")]
    public void The_trace_of_an_explicit_deny_shows_its_types() => LawCase.Holds((_, given, isTrust) =>
    {
        if (CompiledSide.Request(given.Request, out var _) is not { } request)
        {
            return null;
        }

        var explanation = PolicyEvaluator.Explain(in request, Bundle.Read(given.Policies, isTrust).Compiled);
        var denying = ((IEnumerable<StatementTrace>)explanation.Statements)
            .Where(s => s.IsMatch && s.Statement.Statement.Effect == Effect.Deny)
            .Select(s => s.Statement.Type).Distinct().Order().ToList();
        var isDenied = explanation.Decision.Decision == Decision.ExplicitDeny;
        return denying.Count > 0 != isDenied || (isDenied && !denying.SequenceEqual(explanation.DeniedBy))
            ? $"{explanation.Decision} with matching denies of [{string.Join(", ", denying)}]"
            : null;
    });
}
