using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using IamCore.Benchmarks.Adversarial;
using IamCore.Benchmarks.Reports;

namespace IamCore.Benchmarks.Quick;

/// <summary>Everything a quick run measured, and how it is told.</summary>
internal sealed class QuickReport
{
    private static readonly string[] Headers = ["workload", "engine", "ns", "× floor", "B", "±"];

    /// <summary>Time of a decision.</summary>
    public List<QuickRow> Decisions { get; } = [];

    /// <summary>Reading and compiling; the ratio is to a bare pass over the same bytes.</summary>
    public List<QuickRow> Reading { get; } = [];

    /// <summary>Requests from text, explanations, changes.</summary>
    public List<QuickRow> Around { get; } = [];

    /// <summary>One thread and two.</summary>
    public List<(string Workload, string Engine, Scaling Scaling)> Threads { get; } = [];

    public List<AdversarialRow> Adversarial { get; } = [];

    /// <summary>Number of statements of each workload.</summary>
    public Dictionary<string, int> Statements { get; } = [];

    /// <summary>Tables in Markdown.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors\n");
        Append(text, "Decisions", Headers, 2, [.. Decisions.Select(row => row.ToCells())]);
        Append(text, "Reading and compiling, a document of eight statements; ratio to a bare pass of Utf8JsonReader", Headers, 2, [.. Reading.Select(row => row.ToCells())]);
        Append(text, "Around the decision", Headers, 2, [.. Around.Select(row => row.ToCells())]);
        Append(text, "Two threads against one, decisions a second", ["workload", "engine", "1 thread", "2 threads", "×"], 2, [.. Threads.Select(row => Cells(row.Workload, row.Engine, row.Scaling))]);
        Append(text, "Adversarial sets", AdversarialRow.Headers, 1, [.. Adversarial.Select(row => row.ToCells())]);
        return text.ToString();
    }

    /// <summary>Every figure as a line of JSON.</summary>
    public IEnumerable<string> ToJsonLines() =>
        Decisions.Concat(Reading).Concat(Around.Where(row => Decisions.TrueForAll(other => (other.Engine, other.Workload) != (row.Engine, row.Workload))))
            .Concat(Threads.Select(ToRow))
            .Concat(Adversarial.SelectMany(row => new[] { row.Engine, row.Scan })).Select(row => row.ToJson());

    /// <summary>The curves over the number of statements; empty where the workloads were left out.</summary>
    public IReadOnlyList<Curve> ToCurves() =>
    [
        Curve(Quick.Candidates.Framework, "#8250df"),
        Curve(Quick.Candidates.Scan, "#cf222e"),
        Curve(Quick.Candidates.Engine, "#0969da"),
        Curve(Quick.Candidates.Floor, "#57606a"),
    ];

    private static string[] Cells(string workload, string engine, Scaling scaling) =>
    [
        workload,
        engine,
        scaling.One.ToString("#,0", CultureInfo.InvariantCulture),
        scaling.Many.ToString("#,0", CultureInfo.InvariantCulture),
        scaling.Factor.ToString("0.00", CultureInfo.InvariantCulture),
    ];

    /// <summary>Time of a decision while two threads decide, as a multiple of the floor of one thread.</summary>
    private QuickRow ToRow((string Workload, string Engine, Scaling Scaling) row) => new(
        $"{row.Engine} 2 threads", row.Workload, 1e9 / row.Scaling.Many, 0, Threads[0].Scaling.One / row.Scaling.Many, 0);

    private static void Append(StringBuilder text, string title, string[] headers, int figures, string[][] rows)
    {
        if (rows.Length > 0)
        {
            text.Append('\n').Append(title).Append("\n\n").Append(TextTable.Format(headers, figures, rows));
        }
    }

    private Curve Curve(string engine, string colour) => new(engine, colour,
    [
        .. Decisions.Where(row => row.Engine == engine && row.Workload.StartsWith("w4-", StringComparison.Ordinal) && row.Workload.EndsWith("-last", StringComparison.Ordinal))
            .Select(row => (Statements[row.Workload], row.Nanoseconds)).Order(),
    ]);
}

/// <summary>An adversarial set: time beside the scan's, memory beside the documents'.</summary>
internal sealed record AdversarialRow(string Name, CompiledSize Size, QuickRow Engine, QuickRow Scan)
{
    public static string[] Headers { get; } =
        ["set", "IamCore ns", "linear scan ns", "× scan", "B", "text kB", "documents × text", "index × text"];

    public string[] ToCells() =>
    [
        Name,
        Engine.Nanoseconds.ToString("#,0", CultureInfo.InvariantCulture),
        Scan.Nanoseconds.ToString("#,0", CultureInfo.InvariantCulture),
        (Engine.Nanoseconds / Scan.Nanoseconds).ToString("0.000", CultureInfo.InvariantCulture),
        Engine.Bytes.ToString("#,0", CultureInfo.InvariantCulture),
        (Size.TextBytes / 1000.0).ToString("#,0", CultureInfo.InvariantCulture),
        (Size.DocumentBytes / (double)Size.TextBytes).ToString("0.0", CultureInfo.InvariantCulture),
        Size.IndexRatio.ToString("0.0", CultureInfo.InvariantCulture),
    ];
}
