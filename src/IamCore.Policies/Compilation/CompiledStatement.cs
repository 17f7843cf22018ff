using IamCore.Policies.Conditions;
using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Compilation;

/// <summary>A statement, compiled: all that is asked of a request, parsed once. Its place in the document stays known.</summary>
internal sealed class CompiledStatement
{
    private readonly OneOrMore<ActionEntry> _actions;
    private readonly OneOrMore<ResourceEntry> _resources;
    private readonly OneOrMore<CompiledCondition> _conditions;
    private readonly bool _notAction;
    private readonly bool _notResource;
    private readonly bool _everyAction;
    private readonly bool _everyResource;

    public CompiledStatement(PolicyDocument document, int policy, int index)
    {
        var statement = document.Statements[index];
        Policy = policy;
        Index = index;
        Effect = statement.Effect;
        _notAction = statement.NotAction is not null;
        _actions = Compile((statement.Action ?? statement.NotAction)!);
        _notResource = statement.NotResource is not null;
        if ((statement.Resource ?? statement.NotResource) is { } resources)
        {
            HasResourcePart = true;
            _resources = Compile(resources, document.UsesVariables);
        }

        _everyAction = !_notAction && AnyAction();
        _everyResource = !HasResourcePart || (!_notResource && AnyResource());
        if (statement.Principal is { } named)
        {
            Principals = PrincipalMatcher.Compile(named, isNegated: false);
        }
        else if (statement.NotPrincipal is { } exempt)
        {
            Principals = PrincipalMatcher.Compile(exempt, isNegated: true);
        }

        if (statement.Condition is { Count: > 0 } condition)
        {
            _conditions = Compile(condition, statement.Effect, document.UsesVariables);
        }
    }

    /// <summary>Index of the policy in its set.</summary>
    public int Policy { get; }

    /// <summary>Index of the statement in its document.</summary>
    public int Index { get; }

    public Effect Effect { get; }

    /// <summary>The principal part; null where the statement has none.</summary>
    public PrincipalMatcher? Principals { get; }

    /// <summary>The entries of <c>Action</c> or <c>NotAction</c>.</summary>
    public ref readonly OneOrMore<ActionEntry> Actions => ref _actions;

    public bool IsNotAction => _notAction;

    /// <summary>The entries of <c>Resource</c> or <c>NotResource</c>; empty where the statement has neither.</summary>
    public ref readonly OneOrMore<ResourceEntry> Resources => ref _resources;

    /// <summary>Whether the statement has <c>Resource</c> or <c>NotResource</c>.</summary>
    public bool HasResourcePart { get; }

    /// <summary>Whether the entries tell which resources match: there are some, and they are not those of <c>NotResource</c>.</summary>
    public bool HasResourceEntries => HasResourcePart && !_notResource;

    /// <summary>Whether every request matches, directly.</summary>
    public bool IsUnconditional => Principals is null && _conditions.Count == 0 && _everyAction && _everyResource;

    /// <summary>The conditions, cheapest first.</summary>
    public ref readonly OneOrMore<CompiledCondition> Conditions => ref _conditions;

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
        if (_everyAction)
        {
            return true;
        }

        for (var i = 0; i < _actions.Count; i++)
        {
            if (_actions[i].IsMatch(in action))
            {
                return !_notAction;
            }
        }

        return _notAction;
    }

    /// <summary>PL-083.</summary>
    public bool MatchesResource(ref RequestWalk walk)
    {
        if (_everyResource)
        {
            return true;
        }

        for (var i = 0; i < _resources.Count; i++)
        {
            if (_resources[i].IsMatch(ref walk))
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
        for (var i = 0; i < _conditions.Count; i++)
        {
            if (!_conditions[i].Holds(ref walk))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the resource part could match were variables anything (EV-114).</summary>
    public bool CouldMatchResource(ref RequestWalk walk)
    {
        if (!HasResourcePart)
        {
            return true;
        }

        for (var i = 0; i < _resources.Count; i++)
        {
            ref readonly var entry = ref _resources[i];
            var hasVariables = entry.VariableKeys.Any();
            if (_notResource ? !hasVariables && entry.IsMatch(ref walk) : entry.CouldMatch(ref walk))
            {
                return !_notResource;
            }
        }

        return _notResource;
    }

    private bool AnyAction()
    {
        for (var i = 0; i < _actions.Count; i++)
        {
            if (_actions[i].Kind == ActionEntryKind.All)
            {
                return true;
            }
        }

        return false;
    }

    private bool AnyResource()
    {
        for (var i = 0; i < _resources.Count; i++)
        {
            if (_resources[i].IsEverything)
            {
                return true;
            }
        }

        return false;
    }

    private static OneOrMore<ActionEntry> Compile(ValueList<string> entries)
    {
        if (entries.Count == 0)
        {
            return default;
        }

        var rest = entries.Count == 1 ? null : new ActionEntry[entries.Count - 1];
        for (var i = 1; i < entries.Count; i++)
        {
            rest![i - 1] = ActionEntry.Compile(entries[i]);
        }

        return new(ActionEntry.Compile(entries[0]), rest);
    }

    private static OneOrMore<ResourceEntry> Compile(ValueList<string> entries, bool usesVariables)
    {
        if (entries.Count == 0)
        {
            return default;
        }

        var rest = entries.Count == 1 ? null : new ResourceEntry[entries.Count - 1];
        for (var i = 1; i < entries.Count; i++)
        {
            rest![i - 1] = new ResourceEntry(entries[i], usesVariables);
        }

        return new(new ResourceEntry(entries[0], usesVariables), rest);
    }

    private static OneOrMore<CompiledCondition> Compile(ValueList<ConditionBlock> blocks, Effect effect, bool usesVariables)
    {
        var count = 0;
        foreach (var block in blocks)
        {
            count += block.Keys.Count;
        }

        if (count == 1 && blocks.Count == 1)
        {
            return new([new CompiledCondition(blocks[0].Operator, blocks[0].Keys[0], 0, effect, usesVariables)]);
        }

        var conditions = new CompiledCondition[count];
        var next = 0;
        foreach (var block in blocks)
        {
            foreach (var entry in block.Keys)
            {
                conditions[next] = new CompiledCondition(block.Operator, entry, next, effect, usesVariables);
                next++;
            }
        }

        Array.Sort(conditions, static (a, b) => a.Cost != b.Cost ? a.Cost - b.Cost : a.Order - b.Order);
        return new(conditions);
    }
}
