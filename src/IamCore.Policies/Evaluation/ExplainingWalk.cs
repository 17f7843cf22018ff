using System.Collections.Immutable;
using System.Runtime.InteropServices;
using IamCore.Policies.Compilation;
using IamCore.Policies.Requests;

namespace IamCore.Policies.Evaluation;

/// <summary>
/// The recording walk: every statement of the types that apply is tried with the same code as in a decision, and what came of it is written
/// down; the decision is then made by the same rule (<see cref="DecisionRule"/>) from the notes.
/// </summary>
internal ref struct ExplainingWalk : IMatchSource
{
    private readonly List<TracedStatement> _traces = [];
    private readonly Dictionary<(PolicySet Set, Effect Effect), MatchLevels> _levels = [];
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private RequestWalk _walk;

    private ExplainingWalk(in AccessRequest request, bool hasBoundary) => _walk = new RequestWalk(in request, hasBoundary);

    public static Explanation Explain(in AccessRequest request, in ApplicablePolicies policies)
    {
        var walk = new ExplainingWalk(in request, policies.PermissionsBoundary is { IsPresent: true });
        if (request.Principal is not null && !request.IsGetCallerIdentity)
        {
            walk.TraceAll(in request, in policies);
        }

        var decision = DecisionRule.Decide(ref walk, in request, in policies);
        walk._walk.Return();
        return new Explanation
        {
            Decision = decision,
            DeniedBy = decision.DeniedBy.ToList(),
            Matched = [.. MatchedStatements.Find(decision.Decision, in request, in policies, walk._traces, walk._levels)],
            MissingContext = [.. walk._missing],
            Statements = [.. walk._traces.Select(t => t.Trace)],
        };
    }

    public readonly MatchLevels Match(PolicySet set, Effect effect, PolicyType type) => _levels.GetValueOrDefault((set, effect));

    /// <summary>In the order of EV-113: the trust policy stands last.</summary>
    private void TraceAll(in AccessRequest request, in ApplicablePolicies policies)
    {
        var documents = 0;
        foreach (var set in policies.Identity.IsDefault ? [] : policies.Identity)
        {
            TraceSet(set, PolicyType.Identity, "identity", documents);
            documents += set.Policies.Count;
        }

        TraceSet(policies.PermissionsBoundary, PolicyType.PermissionsBoundary, "permissionsBoundary", 0);
        TraceSet(policies.Session, PolicyType.Session, "session", 0);
        if (!request.IsTrustRequest)
        {
            TraceSet(policies.Resource, PolicyType.Resource, "resource", 0);
        }

        TraceLevels(policies.ServiceControl, PolicyType.ServiceControl, in request);
        TraceLevels(policies.ResourceControl, PolicyType.ResourceControl, in request);
        TraceSet(policies.VpcEndpoint, PolicyType.VpcEndpoint, "vpcEndpoint", 0);
        if (request.IsTrustRequest)
        {
            TraceSet(policies.Resource, PolicyType.Trust, "resource", 0);
        }
    }

    private void TraceLevels(ImmutableArray<PolicySet> levels, PolicyType type, in AccessRequest request)
    {
        if (levels.IsDefaultOrEmpty || !DecisionRule.Applies(type, in request))
        {
            return;
        }

        for (var level = 0; level < levels.Length; level++)
        {
            TraceSet(levels[level], type, FormattableString.Invariant($"{type.GetName()}[{level}]"), 0);
        }
    }

    private void TraceSet(PolicySet? set, PolicyType type, string place, int firstDocument)
    {
        if (set is null)
        {
            return;
        }

        foreach (var statement in set.Statements)
        {
            var policy = set.Policies[statement.Policy];
            var reference = new StatementReference
            {
                Type = type,
                Policy = string.IsNullOrEmpty(policy.Name)
                    ? FormattableString.Invariant($"{place}[{firstDocument + statement.Policy}]")
                    : policy.Name,
                Origin = policy.Origin,
                Document = policy.Document,
                Index = statement.Index,
            };
            var levels = Trace(statement, reference, out var trace);
            _traces.Add(new TracedStatement(trace, type, statement.Effect, levels));
            CollectionsMarshal.GetValueRefOrAddDefault(_levels, (set, statement.Effect), out _) |= levels;
        }
    }

    private MatchLevels Trace(CompiledStatement statement, StatementReference reference, out StatementTrace trace)
    {
        var levels = statement.MatchPrincipal(ref _walk);
        var action = statement.MatchesAction(in _walk.Request.ActionRef);
        var resource = statement.MatchesResource(ref _walk);
        ConditionTrace[] conditions = [];
        if (levels != MatchLevels.None && action && statement.CouldMatchResource(ref _walk))
        {
            NoteMissing(statement);
            conditions = resource ? TraceConditions(statement) : [];
        }

        var isMatch = levels != MatchLevels.None && action && resource && conditions.All(c => c.Holds);
        trace = new StatementTrace
        {
            Statement = reference,
            IsMatch = isMatch,
            Principal = statement.Principals is null ? null : levels != MatchLevels.None,
            Action = action,
            Resource = statement.HasResourcePart ? resource : null,
            Conditions = [.. conditions],
        };
        return isMatch ? levels : MatchLevels.None;
    }

    /// <summary>EV-114: all keys of such a statement, whatever came of them.</summary>
    private void NoteMissing(CompiledStatement statement)
    {
        for (var i = 0; i < statement.Resources.Count; i++)
        {
            foreach (var key in statement.Resources[i].VariableKeys)
            {
                NoteMissing(key);
            }
        }

        for (var i = 0; i < statement.Conditions.Count; i++)
        {
            var condition = statement.Conditions[i];
            NoteMissing(condition.Key);
            foreach (var key in condition.VariableKeys)
            {
                NoteMissing(key);
            }
        }
    }

    private void NoteMissing(ContextKey key)
    {
        if (_walk.Fact(key).Cardinality == Cardinality.Absent)
        {
            _missing.Add(key.Name);
        }
    }

    private ConditionTrace[] TraceConditions(CompiledStatement statement)
    {
        var traces = new ConditionTrace[statement.Conditions.Count];
        for (var i = 0; i < traces.Length; i++)
        {
            var condition = statement.Conditions[i];
            var holds = condition.Holds(ref _walk);
            traces[condition.Order] = new ConditionTrace(
                condition.Operator, condition.Entry.Key, _walk.Fact(condition.Key).ToValue(), condition.Entry.Values, holds);
        }

        return traces;
    }
}
