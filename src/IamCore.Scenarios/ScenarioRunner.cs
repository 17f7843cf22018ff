using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>Answers scenarios. Without state; safe for any number of threads.</summary>
public static class ScenarioRunner
{
    /// <summary>Answers one scenario: with its decision and the reasons, or with its first error.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="clock">Gives the time of the request where its context has none (EV-012); the system's by default.</param>
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
