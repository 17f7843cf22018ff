using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>The trace of statements, for people: each part with what the request has and what the statement asks for.</summary>
internal static class StatementReport
{
    private const int ShownValues = 6;

    public static void Write(ReportText text, Scenario scenario, ScenarioRequest request, Explanation explanation)
    {
        foreach (var type in explanation.Statements.GroupBy(s => s.Statement.Type))
        {
            _ = text.Line($"  {Spelling.Of(type.Key)}", Tone.Strong);
            foreach (var trace in type.Where(Mattered))
            {
                WriteStatement(text, scenario, request, trace);
            }

            var others = type.Count(t => !Mattered(t));
            if (others > 0)
            {
                _ = text.Line(others == 1 ? "    1 statement is about other actions" : $"    {Count(others)} statements are about other actions", Tone.Faint);
            }
        }
    }

    /// <summary>Whether a statement is shown: it matches, or could have because its action does.</summary>
    private static bool Mattered(StatementTrace trace) => trace.IsMatch || trace.Action != false;

    private static void WriteStatement(ReportText text, Scenario scenario, ScenarioRequest request, StatementTrace trace)
    {
        var statement = trace.Statement.Statement;
        var (line, column) = scenario.PlaceOf(trace.Statement);
        var place = FormattableString.Invariant($"{ScenarioReport.PlaceOf(scenario, line)}:{column}");
        _ = text.Append("    ").Append($"{statement.Effect,-5} {trace.Statement}", trace.IsMatch ? ToneOf(statement.Effect) : Tone.Plain)
            .Append(trace.IsMatch ? "  matches  " : "  does not match  ").Line(place, Tone.Faint);
        WritePart(text, trace.Principal, "Principal", NameOf(request.Principal), ValuesOf(statement.Principal), ValuesOf(statement.NotPrincipal));
        WritePart(text, trace.Action, "Action", request.Action.ToString(), statement.Action, statement.NotAction);
        WritePart(text, trace.Resource, "Resource", request.Resource.ToString(), statement.Resource, statement.NotResource);
        foreach (var condition in trace.Conditions)
        {
            WriteMark(text, condition.Holds, "Condition");
            _ = text.Line($"{condition.Operator} {condition.Key}: request {TextOf(condition.RequestValue)}, policy {List(condition.PolicyValues)}");
        }
    }

    /// <summary>Who asks, in a word where the principal's own text says little.</summary>
    public static string NameOf(Principal principal) => principal.Kind == PrincipalKind.Anonymous ? "anonymous" : principal.Text;

    /// <summary>An element such as <c>Action</c>, or its opposite: whichever the statement has.</summary>
    private static void WritePart(
        ReportText text, bool? isMatch, string element, string asked, IReadOnlyList<string>? values, IReadOnlyList<string>? notValues)
    {
        if (isMatch is { } holds && (values ?? notValues) is { } written)
        {
            WriteMark(text, holds, values is null ? $"Not{element}" : element);
            _ = text.Line($"{asked} {(holds == (values is null) ? "not in" : "in")} {List(written)}");
        }
    }

    private static void WriteMark(ReportText text, bool holds, string part) =>
        text.Append("      ").Append(holds ? "+" : "-", holds ? Tone.Good : Tone.Bad).Append($" {part,-12} ");

    private static Tone ToneOf(Effect effect) => effect == Effect.Allow ? Tone.Good : Tone.Bad;

    private static List<string>? ValuesOf(PrincipalElement? element) =>
        element is null ? null : element.IsEveryone ? ["*"] : [.. element.Entries.Select(e => $"{NameOf(e.Type)}:{e.Value}")];

    private static string NameOf(PrincipalEntryType type) => type == PrincipalEntryType.Aws ? "AWS" : type.ToString();

    private static string TextOf(ContextValue value) =>
        value.IsAbsent ? "has none" : value.IsMultivalued ? $"[{List([.. value.Values])}]" : $"\"{value.Text}\"";

    private static string List(IReadOnlyList<string> values)
    {
        var shown = string.Join(", ", values.Take(ShownValues).Select(v => $"\"{v}\""));
        return values.Count switch
        {
            0 => "nothing",
            <= ShownValues => shown,
            _ => $"{shown} and {Count(values.Count - ShownValues)} more",
        };
    }

    private static string Count(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
