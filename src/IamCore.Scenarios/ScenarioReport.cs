using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>Tells people what was decided and why.</summary>
internal static class ScenarioReport
{
    /// <summary>The answer, what was expected instead, and the trace of the statements that mattered.</summary>
    public static string Describe(ScenarioResult result)
    {
        var text = new ReportText(useColour: false);
        if (result.IsAsExpected)
        {
            WriteHeadline(text, result);
            WriteReasons(text, result);
        }
        else
        {
            WriteFailure(text, result);
        }

        return text.ToString();
    }

    /// <summary>Decision, name and place on one line.</summary>
    public static void WriteHeadline(ReportText text, ScenarioResult result)
    {
        _ = result.Explanation is { } explanation
            ? text.Append(Spelling.Of(explanation.Decision.Decision).PadRight(12), ToneOf(explanation.Decision))
            : text.Append("error       ", Tone.Bad);
        WriteName(text, result.Scenario);
    }

    /// <summary>The lists of the answer, one a line, those that are not empty.</summary>
    public static void WriteAnswer(ReportText text, Explanation explanation)
    {
        WriteList(text, "denied by ", explanation.DeniedBy.Select(Spelling.Of));
        WriteList(text, "matched   ", explanation.Matched.Select(s => s.ToString()));
        WriteList(text, "missing   ", explanation.MissingContext);
    }

    /// <summary>Everything about a scenario that did not come out as expected.</summary>
    public static void WriteFailure(ReportText text, ScenarioResult result)
    {
        _ = text.Append("failed      ", Tone.Bad);
        WriteName(text, result.Scenario);
        foreach (var mismatch in result.Mismatches)
        {
            _ = text.Append("  ").Append(mismatch.Member, Tone.Bad).Append(": expected ").Append(mismatch.Expected, Tone.Strong)
                .Append(", got ").Line(mismatch.Actual, Tone.Strong);
        }

        WriteReasons(text, result);
    }

    /// <summary>The question, the reason in a sentence, and the statements that mattered with each part that matched or failed.</summary>
    public static void WriteReasons(ReportText text, ScenarioResult result)
    {
        if (result.Scenario.Request is not { } request || result.Explanation is not { } explanation)
        {
            if (result.Fault is { } fault)
            {
                _ = text.Line($"  {fault}");
            }

            return;
        }

        _ = text.Line($"  {StatementReport.NameOf(request.Principal)}");
        _ = text.Line($"  asks for {request.Action} on {request.Resource}");
        _ = text.Line($"  {ReasonOf(explanation)}");
        if (explanation.MissingContext.Count > 0)
        {
            _ = text.Line($"  asked for but not in the request: {string.Join(", ", explanation.MissingContext)}", Tone.Faint);
        }

        StatementReport.Write(text, result.Scenario, request, explanation);
    }

    /// <summary><c>file:line</c>, or <c>line 7</c> where there is no file.</summary>
    public static string PlaceOf(Scenario scenario, int line) =>
        scenario.File is null ? FormattableString.Invariant($"line {line}") : FormattableString.Invariant($"{scenario.File}:{line}");

    public static Tone ToneOf(AccessDecision decision) => decision.IsAllowed ? Tone.Good : Tone.Bad;

    private static void WriteName(ReportText text, Scenario scenario)
    {
        var place = PlaceOf(scenario, scenario.Line);
        _ = text.Append("  ").Append(scenario.Name ?? place, Tone.Strong);
        _ = scenario.Name is null ? text.Line() : text.Append("  ").Line(place, Tone.Faint);
    }

    private static void WriteList(ReportText text, string title, IEnumerable<string> items)
    {
        var list = string.Join(", ", items);
        if (list.Length > 0)
        {
            _ = text.Append("              ").Append(title, Tone.Faint).Line(list);
        }
    }

    private static string ReasonOf(Explanation explanation)
    {
        var types = string.Join(", ", explanation.DeniedBy.Select(Spelling.Of));
        var matched = string.Join(", ", explanation.Matched);
        return explanation.Decision.Decision switch
        {
            Decision.Allow when matched.Length == 0 => "allowed: no statement was needed",
            Decision.Allow => $"allowed by {matched}",
            Decision.ExplicitDeny => $"denied by {matched} ({types})",
            _ when types.Length == 0 => "refused: nothing allows it",
            _ => $"refused: nothing in {types} allows it",
        };
    }
}
