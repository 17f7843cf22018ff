using IamCore.Policies;

namespace IamCore.Reference;

/// <summary>What the rules answer.</summary>
public sealed record ReferenceAnswer
{
    /// <summary>Code of PL-201 where the request is in error; then nothing else is told (EV-023).</summary>
    public string? Error { get; init; }

    /// <summary>The decision (EV-020).</summary>
    public Decision Decision { get; init; }

    /// <summary>In the order of EV-110.</summary>
    public IReadOnlyList<PolicyType> DeniedBy { get; init; } = [];

    /// <summary>In the order of EV-113, each <c>policy#sid</c> or <c>policy#index</c>.</summary>
    public IReadOnlyList<string> Matched { get; init; } = [];

    /// <summary>Lower case, ordinal order (EV-114).</summary>
    public IReadOnlyList<string> MissingContext { get; init; } = [];

    /// <summary>Every condition that was looked at, and whether it held: not part of the answer, but tells what a case exercised.</summary>
    public IReadOnlyList<ConditionOutcome> Conditions { get; init; } = [];

    /// <summary>Types of the statements that matched, whatever became of them: tells what a case exercised.</summary>
    public IReadOnlyList<(PolicyType Type, Effect Effect)> MatchedTypes { get; init; } = [];
}

/// <summary>One condition that was looked at.</summary>
public readonly record struct ConditionOutcome(ConditionOperator Operator, bool Holds);
