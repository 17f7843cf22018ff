using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>The answer that a scenario expects. A member that is <see langword="null"/> is not checked.</summary>
public sealed record ScenarioExpectation
{
    /// <summary>The expected decision.</summary>
    public Decision? Decision { get; init; }

    /// <summary>The policy types that deny: the complete list in order (EV-110).</summary>
    public ValueList<PolicyType>? DeniedBy { get; init; }

    /// <summary>The deciding statements: the complete list in order, each as <c>policy-name#sid</c> (EV-113).</summary>
    public ValueList<string>? Matched { get; init; }

    /// <summary>The context keys missing from the request: the complete list in order (EV-114).</summary>
    public ValueList<string>? MissingContext { get; init; }

    /// <summary>The code of the first error, if the scenario must be invalid. Excludes the other members.</summary>
    public string? Error { get; init; }
}
