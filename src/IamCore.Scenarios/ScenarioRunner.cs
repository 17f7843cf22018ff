using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>Runs scenarios. Safe for concurrent use.</summary>
public static class ScenarioRunner
{
    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="clock">Supplies the time of the request if its context contains none (EV-012); the system clock by default.</param>
    /// <returns>The decision with its reasons, or the scenario's first error.</returns>
    public static ScenarioResult Run(Scenario scenario, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Request is not { } question)
        {
            return new ScenarioResult(scenario, null);
        }

        var request = question.At((clock ?? TimeProvider.System).GetUtcNow());
        return new ScenarioResult(scenario, PolicyEvaluator.Explain(in request, scenario.Reading.Compiled));
    }
}
