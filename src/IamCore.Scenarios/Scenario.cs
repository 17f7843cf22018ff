using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>
/// One authorization question with every policy that bears on it, and perhaps the answer expected. A scenario that could not be read is
/// there too, with its <see cref="Faults"/>; it has no request.
/// </summary>
public sealed class Scenario
{
    internal Scenario()
    {
    }

    /// <summary>The name; <see langword="null"/> where the scenario has none or its text is not JSON.</summary>
    public string? Name { get; internal init; }

    /// <summary>The file it was read from; <see langword="null"/> for text and streams.</summary>
    public string? File { get; internal init; }

    /// <summary>The line it starts at in its file or input, from 1.</summary>
    public int Line { get; internal init; }

    /// <summary>All errors in document order (PL-009); empty where the scenario can be run.</summary>
    public ValueList<ScenarioFault> Faults { get; internal init; } = ValueList<ScenarioFault>.Empty;

    /// <summary>The first error, which is the scenario's answer; <see langword="null"/> where there is none.</summary>
    public ScenarioFault? Fault => Faults.Count == 0 ? null : Faults[0];

    /// <summary>The question; <see langword="null"/> where the scenario is in error.</summary>
    public ScenarioRequest? Request { get; internal init; }

    /// <summary>The policies; none where the scenario is in error.</summary>
    public ScenarioPolicies Policies => Reading.Policies;

    /// <summary>The answer expected; <see langword="null"/> where the scenario has none.</summary>
    public ScenarioExpectation? Expected { get; internal init; }

    /// <summary>The policies as they were read, perhaps for an earlier line that has the same.</summary>
    internal PolicyReading Reading { get; init; } = PolicyReading.None;

    /// <summary>Where the policies start in this scenario's file, from 1.</summary>
    internal (int Line, int Column) PoliciesStart { get; init; } = (1, 1);

    /// <summary>Where a statement that bore on this scenario stands in its file: line and column of the opening brace, from 1 (PL-019).</summary>
    public (int Line, int Column) PlaceOf(StatementReference statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return Reading.PlaceOf(statement, PoliciesStart);
    }

    /// <summary>Runs the scenario; the same as <see cref="ScenarioRunner.Run"/> with the system's clock.</summary>
    public ScenarioResult Run() => ScenarioRunner.Run(this);

    /// <summary>File, line and name, as test runners show it.</summary>
    public override string ToString()
    {
        var place = File is null ? FormattableString.Invariant($"line {Line}") : FormattableString.Invariant($"{File}:{Line}");
        return Name is null ? place : $"{place} {Name}";
    }
}
