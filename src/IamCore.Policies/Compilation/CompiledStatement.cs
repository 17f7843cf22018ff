using IamCore.Policies.Conditions;
using IamCore.Policies.Evaluation;

namespace IamCore.Policies.Compilation;

/// <summary>A statement, compiled: all that is asked of a request, parsed once. Its place in the document stays known.</summary>
internal sealed class CompiledStatement
{
    private readonly ActionEntry[] _actions;
    private readonly ResourceEntry[]? _resources;
    private readonly CompiledCondition[] _conditions;
    private readonly bool _notAction;
    private readonly bool _notResource;

    public CompiledStatement(PolicyDocument document, int policy, int index)
    {
        var statement = document.Statements[index];
        Policy = policy;
        Index = index;
        Effect = statement.Effect;
        _notAction = statement.NotAction is not null;
        _actions = Convert((statement.Action ?? statement.NotAction)!, static (entry, _) => new ActionEntry(entry), false);
        _notResource = statement.NotResource is not null;
        _resources = (statement.Resource ?? statement.NotResource) is { } resources
            ? Convert(resources, static (entry, variables) => new ResourceEntry(entry, variables), document.UsesVariables)
            : null;
        Principals = (statement.Principal ?? statement.NotPrincipal) is { } principals
            ? new PrincipalMatcher(principals, statement.NotPrincipal is not null)
            : null;
        _conditions = statement.Condition is { Count: > 0 } condition ? Compile(condition, statement.Effect, document.UsesVariables) : [];
    }

    /// <summary>Index of the policy in its set.</summary>
    public int Policy { get; }

    /// <summary>Index of the statement in its document.</summary>
    public int Index { get; }

    public Effect Effect { get; }

    /// <summary>The principal part; null where the statement has none.</summary>
    public PrincipalMatcher? Principals { get; }

    /// <summary>The entries of <c>Action</c> or <c>NotAction</c>.</summary>
    public ReadOnlySpan<ActionEntry> Actions => _actions;

    public bool IsNotAction => _notAction;

    /// <summary>The entries of <c>Resource</c> or <c>NotResource</c>; empty where the statement has neither.</summary>
    public ReadOnlySpan<ResourceEntry> Resources => _resources;

    /// <summary>Whether the statement has <c>Resource</c> or <c>NotResource</c>.</summary>
    public bool HasResourcePart => _resources is not null;

    /// <summary>Whether the entries tell which resources match: there are some, and they are not those of <c>NotResource</c>.</summary>
    public bool HasResourceEntries => _resources is not null && !_notResource;

    /// <summary>The conditions, cheapest first.</summary>
    public ReadOnlySpan<CompiledCondition> Conditions => _conditions;

    /// <summary>Everything, in the order of cost (PL-030).</summary>
    public MatchLevels Match(ref RequestWalk walk) =>
        MatchesAction(in walk.Request.ActionRef) && MatchesResource(ref walk) ? MatchRest(ref walk) : MatchLevels.None;

    /// <summary>Principal and conditions, the action and the resource having matched.</summary>
    public MatchLevels MatchRest(ref RequestWalk walk)
    {
        var levels = MatchPrincipal(ref walk);
        return levels != MatchLevels.None && ConditionsHold(ref walk) ? levels : MatchLevels.None;
    }

    /// <summary>PL-069.</summary>
    public bool MatchesAction(in ActionName action)
    {
        foreach (ref readonly var entry in _actions.AsSpan())
        {
            if (entry.IsMatch(in action))
            {
                return !_notAction;
            }
        }

        return _notAction;
    }

    /// <summary>PL-083.</summary>
    public bool MatchesResource(ref RequestWalk walk)
    {
        if (_resources is null)
        {
            return true;
        }

        foreach (ref readonly var entry in _resources.AsSpan())
        {
            if (entry.IsMatch(ref walk))
            {
                return !_notResource;
            }
        }

        return _notResource;
    }

    /// <summary>PL-050; direct where the statement has no principal part.</summary>
    public MatchLevels MatchPrincipal(ref RequestWalk walk) => Principals is null ? MatchLevels.Direct : Principals.Match(ref walk);

    /// <summary>PL-101.</summary>
    public bool ConditionsHold(ref RequestWalk walk)
    {
        foreach (var condition in _conditions)
        {
            if (!condition.Holds(ref walk))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the resource part could match were variables anything (EV-114).</summary>
    public bool CouldMatchResource(ref RequestWalk walk)
    {
        if (_resources is null)
        {
            return true;
        }

        foreach (ref readonly var entry in _resources.AsSpan())
        {
            var hasVariables = entry.VariableKeys.Any();
            if (_notResource ? !hasVariables && entry.IsMatch(ref walk) : entry.CouldMatch(ref walk))
            {
                return !_notResource;
            }
        }

        return _notResource;
    }

    private static T[] Convert<T>(ValueList<string> entries, Func<string, bool, T> compile, bool usesVariables)
    {
        var compiled = new T[entries.Count];
        for (var i = 0; i < compiled.Length; i++)
        {
            compiled[i] = compile(entries[i], usesVariables);
        }

        return compiled;
    }

    private static CompiledCondition[] Compile(ValueList<ConditionBlock> blocks, Effect effect, bool usesVariables)
    {
        var conditions = new List<CompiledCondition>();
        foreach (var block in blocks)
        {
            foreach (var entry in block.Keys)
            {
                conditions.Add(new CompiledCondition(block.Operator, entry, conditions.Count, effect, usesVariables));
            }
        }

        conditions.Sort(static (a, b) => a.Cost - b.Cost);
        return [.. conditions];
    }
}
