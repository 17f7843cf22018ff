using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>The answer a scenario expects. A member that was not written is <see langword="null"/> and not checked.</summary>
public sealed record ScenarioExpectation
{
    /// <summary>The decision.</summary>
    public Decision? Decision { get; init; }

    /// <summary>The policy types that block, the whole list in order (EV-110).</summary>
    public ValueList<PolicyType>? DeniedBy { get; init; }

    /// <summary>The statements that decide, the whole list in order (EV-113), each <c>policy-name#sid</c>.</summary>
    public ValueList<string>? Matched { get; init; }

    /// <summary>The keys that the request lacks, the whole list in order (EV-114).</summary>
    public ValueList<string>? MissingContext { get; init; }

    /// <summary>The code of the first error: the scenario must be refused. Excludes the other members.</summary>
    public string? Error { get; init; }
}
