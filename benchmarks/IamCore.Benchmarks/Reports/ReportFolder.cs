using IamCore.Benchmarks.Quick;

namespace IamCore.Benchmarks.Reports;

/// <summary>The folder that keeps the newest report: its README between two marks, the picture, the figures.</summary>
internal static class ReportFolder
{
    private const string Start = "<!-- report -->\n";
    private const string End = "<!-- end of report -->";

    public static void Write(string folder, QuickReport report)
    {
        var readme = Path.Combine(folder, "README.md");
        File.WriteAllText(readme, Replace(File.ReadAllText(readme), report.ToMarkdown()));
        File.WriteAllText(Path.Combine(folder, "cost.svg"), CostChart.Draw(report.ToCurves()));
        File.WriteAllText(Path.Combine(folder, "report.jsonl"), string.Concat(report.ToJsonLines().Select(line => $"{line}\n")));
    }

    /// <summary>The text with what stands between the marks replaced.</summary>
    /// <exception cref="FormatException">The marks are missing.</exception>
    internal static string Replace(string text, string report)
    {
        var start = text.IndexOf(Start, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return start >= 0 && end > start
            ? $"{text[..(start + Start.Length)]}\n{report.TrimEnd()}\n\n{text[end..]}"
            : throw new FormatException($"The file has no place for a report: {Start.Trim()} … {End}");
    }
}
