using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>A difference between an answer and its expectation.</summary>
/// <param name="Member"><c>decision</c>, <c>deniedBy</c>, <c>matched</c>, <c>missingContext</c> or <c>error</c>.</param>
/// <param name="Expected">The expected value; lists in brackets.</param>
/// <param name="Actual">The actual value.</param>
public sealed record ScenarioMismatch(string Member, string Expected, string Actual)
{
    /// <summary>Returns the difference as text.</summary>
    /// <returns>For example <c>decision: expected allow, got implicitDeny</c>.</returns>
    public override string ToString() => $"{Member}: expected {Expected}, got {Actual}";

    internal static ValueList<ScenarioMismatch> Find(ScenarioResult result)
    {
        var found = new List<ScenarioMismatch>();
        var expected = result.Scenario.Expected;
        if (expected?.Error is { } code)
        {
            var actual = result.Fault?.Code ?? Spelling.Of(result.Explanation!.Decision.Decision);
            AddIfDifferent(found, "error", code, actual);
        }
        else if (result.Fault is { } fault)
        {
            found.Add(new("error", expected?.Decision is { } decision ? Spelling.Of(decision) : "no error", fault.ToString()));
        }
        else if (expected is not null)
        {
            Compare(found, expected, result.Explanation!);
        }

        return [.. found];
    }

    private static void Compare(List<ScenarioMismatch> found, ScenarioExpectation expected, Explanation actual)
    {
        if (expected.Decision is { } decision)
        {
            AddIfDifferent(found, "decision", Spelling.Of(decision), Spelling.Of(actual.Decision.Decision));
        }

        AddIfDifferent(found, "deniedBy", List(expected.DeniedBy, Spelling.Of), List(actual.DeniedBy, Spelling.Of));
        AddIfDifferent(found, "matched", List(expected.Matched, t => t), List(actual.Matched, s => s.ToString()));
        AddIfDifferent(found, "missingContext", List(expected.MissingContext, t => t), List(actual.MissingContext, t => t));
    }

    private static void AddIfDifferent(List<ScenarioMismatch> found, string member, string? expected, string? actual)
    {
        if (expected is not null && expected != actual)
        {
            found.Add(new(member, expected, actual!));
        }
    }

    // As JSON strings, so that no two different lists read alike.
    private static string? List<T>(IReadOnlyList<T>? items, Func<T, string> text) =>
        items is null ? null : $"[{string.Join(", ", items.Select(i => $"\"{System.Text.Json.JsonEncodedText.Encode(text(i), System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\""))}]";
}
