namespace IamCore.Administration.Reports;

/// <summary>What would be decided.</summary>
/// <param name="Action">The action.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Matched">The statements that decided.</param>
/// <param name="MissingContext">The context keys that statements asked for and did not get.</param>
public sealed record SimulationResult(
    string Action, string Resource, Decision Decision, ValueList<StatementReference> Matched, ValueList<string> MissingContext);
