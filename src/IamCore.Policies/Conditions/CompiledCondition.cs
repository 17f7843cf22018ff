using IamCore.Policies.Comparisons;
using IamCore.Policies.Requests;

namespace IamCore.Policies.Conditions;

/// <summary>One operator with one key, compiled (PL-101). What absence, sets and negation mean is here and nowhere else.</summary>
internal sealed class CompiledCondition
{
    private readonly ValueMatcher _values;
    private readonly ConditionOperator _operator;
    private readonly bool _isNegated;
    private readonly bool _isPresence;
    private readonly bool _isSingle;
    private readonly bool _holdsWhenIllPosed;

    public CompiledCondition(ConditionOperator @operator, ConditionEntry entry, int order, Effect effect, bool usesVariables)
    {
        Entry = entry;
        Order = order;
        _operator = @operator;
        _isNegated = @operator.IsNegated;
        _isPresence = @operator.Family == OperatorFamily.Presence;
        _isSingle = @operator.Qualifier == SetQualifier.None && !_isPresence;
        _holdsWhenIllPosed = effect == Effect.Deny;
        _values = ValueMatchers.Create(@operator, entry.Values.AsSpan(), usesVariables);
        Key = ContextKey.Of(entry.Key);
    }

    /// <summary>The key asked for.</summary>
    public ContextKey Key { get; }

    /// <summary>As written.</summary>
    public ConditionEntry Entry { get; }

    public ConditionOperator Operator => _operator;

    /// <summary>Place among the conditions of the statement, in document order.</summary>
    public int Order { get; }

    /// <summary>What a look costs beside others; keys the engine derives cost less than the host's.</summary>
    public int Cost => (_values.Cost * 2) + (Key.Derived == DerivedKey.None ? 1 : 0);

    /// <summary>The keys that variables in the values name.</summary>
    public IEnumerable<ContextKey> VariableKeys => (_values as TemplateMatcher)?.Keys ?? [];

    /// <summary>Whether the condition holds exactly when the key's single value is one of <see cref="EqualTexts"/>; of several values it decides itself.</summary>
    public bool IsEqualText => _isSingle && !_isNegated && !_operator.IfExists && _values is TextMatcher { IsExact: true };

    /// <summary>The texts, without variables, that <see cref="IsEqualText"/> speaks of.</summary>
    public ReadOnlySpan<string> EqualTexts => Entry.Values.AsSpan();

    /// <summary>Whether the condition holds for the request (PL-115 to PL-126).</summary>
    public bool Holds(ref RequestWalk walk)
    {
        var fact = walk.Fact(Key);
        if (!_isSingle)
        {
            return _isPresence ? NullHolds(fact) : SetHolds(fact, ref walk);
        }

        return fact.Cardinality == Cardinality.Single ? Passes(fact, ref walk)
            : fact.IsAbsentOrEmpty ? _operator.IfExists || _isNegated
            : _holdsWhenIllPosed;
    }

    /// <summary>PL-120 to PL-124.</summary>
    private bool SetHolds(ContextFact fact, ref RequestWalk walk) => _operator.Qualifier == SetQualifier.ForAllValues
        ? IsNullSet(fact) || AllPass(fact, ref walk)
        : fact.Cardinality == Cardinality.Absent ? _operator.IfExists : !IsNullSet(fact) && AnyPasses(fact, ref walk);

    /// <summary>The null data set of a set operator (PL-111).</summary>
    private static bool IsNullSet(ContextFact fact) => fact.Cardinality == Cardinality.Absent || fact.IsNullSet();

    /// <summary>PL-117; under a set operator a constant (PL-118).</summary>
    private bool NullHolds(ContextFact fact)
    {
        if (_operator.Qualifier != SetQualifier.None)
        {
            return _operator.Qualifier == SetQualifier.ForAllValues;
        }

        var isAbsent = fact.Cardinality == Cardinality.Absent || (fact.Cardinality == Cardinality.Many && fact.IsNullSet());
        return ((BooleanMatcher)_values).Has(isAbsent);
    }

    private bool Passes(ContextFact single, ref RequestWalk walk) => _values.IsMatch(single, ref walk) != _isNegated;

    private bool AllPass(ContextFact fact, ref RequestWalk walk)
    {
        if (fact.Cardinality == Cardinality.Single)
        {
            return Passes(fact, ref walk);
        }

        foreach (var value in fact.Values)
        {
            if (!Passes(walk.Element(Key, value), ref walk))
            {
                return false;
            }
        }

        return true;
    }

    private bool AnyPasses(ContextFact fact, ref RequestWalk walk)
    {
        if (fact.Cardinality == Cardinality.Single)
        {
            return Passes(fact, ref walk);
        }

        foreach (var value in fact.Values)
        {
            if (Passes(walk.Element(Key, value), ref walk))
            {
                return true;
            }
        }

        return false;
    }
}
