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
