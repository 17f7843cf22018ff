namespace IamCore.Administration.Reports;

/// <summary>The outcome of a simulated request.</summary>
/// <param name="Action">The action.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Matched">The statements that determined the decision.</param>
/// <param name="MissingContext">The context keys that statements referred to but the request did not provide.</param>
public sealed record SimulationResult(
    string Action, string Resource, Decision Decision, ValueList<StatementReference> Matched, ValueList<string> MissingContext);
