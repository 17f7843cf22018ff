using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>
/// An authorization question with all applicable policies and, optionally, the expected answer. A scenario that could not be read has
/// <see cref="Faults"/> and
/// no request.
/// </summary>
public sealed class Scenario
{
    internal Scenario()
    {
    }

    /// <summary>The name; <see langword="null"/> if the scenario has none or is not valid JSON.</summary>
    public string? Name { get; internal init; }

    /// <summary>The file from which it was read; <see langword="null"/> for text and streams.</summary>
    public string? File { get; internal init; }

    /// <summary>The line at which it starts in its file or input, from 1.</summary>
    public int Line { get; internal init; }

    /// <summary>All errors in document order (PL-009); empty if the scenario can be run.</summary>
    public ValueList<ScenarioFault> Faults { get; internal init; } = ValueList<ScenarioFault>.Empty;

    /// <summary>The first error, which is the answer to the scenario; <see langword="null"/> if there is none.</summary>
    public ScenarioFault? Fault => Faults.Count == 0 ? null : Faults[0];

    /// <summary>The question; <see langword="null"/> if the scenario has errors.</summary>
    public ScenarioRequest? Request { get; internal init; }

    /// <summary>The policies; none if the scenario has errors.</summary>
    public ScenarioPolicies Policies => Reading.Policies;

    /// <summary>The expected answer; <see langword="null"/> if the scenario has none.</summary>
    public ScenarioExpectation? Expected { get; internal init; }

    /// <summary>The policies as read, possibly for an earlier line with the same policies.</summary>
    internal PolicyReading Reading { get; init; } = PolicyReading.None;

    /// <summary>Line and column at which the policies start in the file, from 1.</summary>
    internal (int Line, int Column) PoliciesStart { get; init; } = (1, 1);

    /// <summary>Finds the location of a statement in the scenario's file (PL-019).</summary>
    /// <param name="statement">A statement from the explanation of this scenario.</param>
    /// <returns>The line and column of the opening brace, from 1.</returns>
    public (int Line, int Column) PlaceOf(StatementReference statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return Reading.PlaceOf(statement, PoliciesStart);
    }

    /// <summary>Runs the scenario with the system clock; see <see cref="ScenarioRunner.Run"/>.</summary>
    /// <returns>The answer.</returns>
    public ScenarioResult Run() => ScenarioRunner.Run(this);

    /// <summary>Returns the file, line and name, as shown by test runners.</summary>
    /// <returns>The display name.</returns>
    public override string ToString()
    {
        var place = File is null ? FormattableString.Invariant($"line {Line}") : FormattableString.Invariant($"{File}:{Line}");
        return Name is null ? place : $"{place} {Name}";
    }
}
