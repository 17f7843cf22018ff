namespace IamCore.Policies;

/// <summary>A decision with its reasons: the same walk as the decision itself, recorded.</summary>
public sealed record Explanation
{
    /// <summary>The decision.</summary>
    public required AccessDecision Decision { get; init; }

    /// <summary>The policy types that blocked the request, in the order of EV-110; empty on allow.</summary>
    public required ValueList<PolicyType> DeniedBy { get; init; }

    /// <summary>The statements that decided, in the order of EV-113.</summary>
    public required ValueList<StatementReference> Matched { get; init; }

    /// <summary>Context keys asked for that the request lacks: lower case, ordinal order (EV-114).</summary>
    public required ValueList<string> MissingContext { get; init; }

    /// <summary>Every statement of the types that apply, in the order of EV-113, with what matched and what did not.</summary>
    public required ValueList<StatementTrace> Statements { get; init; }
}

/// <summary>A statement and its place.</summary>
public sealed record StatementReference
{
    /// <summary>The type it was consulted as; trust policies are <see cref="PolicyType.Trust"/>.</summary>
    public required PolicyType Type { get; init; }

    /// <summary>The policy's name, or its place such as <c>identity[0]</c> or <c>serviceControl[1][0]</c> (EV-113).</summary>
    public required string Policy { get; init; }

    /// <summary>Where the policy came from, for people; see <see cref="NamedPolicy.Origin"/>.</summary>
    public string? Origin { get; init; }

    /// <summary>The document.</summary>
    public required PolicyDocument Document { get; init; }

    /// <summary>Index of the statement in its document, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The statement.</summary>
    public Statement Statement => Document.Statements[Index];

    /// <summary><c>policy-name#sid</c>, or <c>policy-name#index</c> for a statement without a Sid or with an empty one.</summary>
    public override string ToString() =>
        string.IsNullOrEmpty(Statement.Sid) ? FormattableString.Invariant($"{Policy}#{Index}") : $"{Policy}#{Statement.Sid}";
}

/// <summary>How one statement met the request. A part is <see langword="null"/> where the statement does not have it or it was not looked at.</summary>
public sealed record StatementTrace
{
    /// <summary>The statement.</summary>
    public required StatementReference Statement { get; init; }

    /// <summary>Whether the statement matched as a whole (PL-030).</summary>
    public required bool IsMatch { get; init; }

    /// <summary>Whether the principal part matched.</summary>
    public bool? Principal { get; init; }

    /// <summary>Whether the action part matched.</summary>
    public bool? Action { get; init; }

    /// <summary>Whether the resource part matched.</summary>
    public bool? Resource { get; init; }

    /// <summary>The conditions, in document order; empty where an earlier part already failed.</summary>
    public ValueList<ConditionTrace> Conditions { get; init; } = ValueList<ConditionTrace>.Empty;
}

/// <summary>How one condition key met the request.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Key">The key as written in the policy.</param>
/// <param name="RequestValue">What the request has, supplied or derived; absent where it has nothing.</param>
/// <param name="PolicyValues">The values of the policy as written.</param>
/// <param name="Holds">Whether the condition holds.</param>
public sealed record ConditionTrace(
    ConditionOperator Operator, string Key, ContextValue RequestValue, ValueList<string> PolicyValues, bool Holds);
