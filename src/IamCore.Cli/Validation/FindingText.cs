using System.Globalization;
using IamCore.Policies.Linting;
using IamCore.Scenarios;

namespace IamCore.Cli.Validation;

/// <summary>Findings for people: <c>file(line,column): TYPE CODE message</c>, the line, and a marker under the place (VA-012).</summary>
internal static class FindingText
{
    /// <summary>Columns of a line that are shown.</summary>
    private const int Width = 120;

    /// <summary>Columns shown before the place where a line is cut.</summary>
    private const int Lead = 40;

    public static void Write(ReportText report, PolicyFile file, Finding finding)
    {
        report.Append(string.Create(CultureInfo.InvariantCulture, $"{file.Path}({finding.Line},{finding.Column}): "))
            .Append(finding.Type.ToWireName(), ToneOf(finding.Type)).Append(" ").Append(finding.Code, Tone.Strong).Append(" ").Line(finding.Message);
        WriteLine(report, file, finding);
    }

    /// <summary>How many findings of each type, and in how many files.</summary>
    public static string Summarize(IReadOnlyCollection<PolicyFile> files)
    {
        var findings = files.SelectMany(f => f.Findings).ToLookup(f => f.Type);
        return string.Join(
            ", ",
            Count(files.Count, "file"), Count(findings[FindingType.Error].Count(), "error"),
            Count(findings[FindingType.SecurityWarning].Count(), "security warning"), Count(findings[FindingType.Warning].Count(), "warning"),
            Count(findings[FindingType.Suggestion].Count(), "suggestion"));
    }

    private static string Count(int count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");

    private static Tone ToneOf(FindingType type) => type switch
    {
        FindingType.Error or FindingType.SecurityWarning => Tone.Bad,
        FindingType.Suggestion => Tone.Faint,
        _ => Tone.Strong,
    };

    private static void WriteLine(ReportText report, PolicyFile file, Finding finding)
    {
        var line = file.LineAt(finding.Line).Replace('\t', ' ');
        var start = Math.Min(finding.Column - 1, line.Length);
        var end = finding.Span.End.Line == finding.Line ? finding.Span.End.Column : line.Length;
        end = Math.Clamp(end, start, line.Length);
        var cut = line.Length > Width && start > Lead ? start - Lead : 0;
        cut += cut > 0 && cut < line.Length && char.IsLowSurrogate(line[cut]) ? 1 : 0;
        var shown = line[cut..Math.Min(line.Length, cut + Width)];
        if (shown.Trim().Length == 0)
        {
            return;
        }

        report.Append("    ").Line(shown);
        var marker = Math.Clamp(Math.Min(end, cut + Width) - start, 1, Width);
        report.Append(new string(' ', 4 + start - cut)).Line(new string('^', marker), ToneOf(finding.Type));
    }
}
