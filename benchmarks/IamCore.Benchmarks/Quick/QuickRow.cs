using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IamCore.Cli.Measuring;

namespace IamCore.Benchmarks.Quick;

/// <summary>One figure of the report.</summary>
/// <param name="Engine">What was timed.</param>
/// <param name="Workload">On what.</param>
/// <param name="Nanoseconds">Median time of one operation.</param>
/// <param name="Bytes">Bytes allocated by one operation.</param>
/// <param name="FloorRatio">Times the cost of the floor in the same rounds; of reading, of a bare pass over the same bytes.</param>
/// <param name="Spread">Half the distance of the rounds, as a share of the median.</param>
internal sealed record QuickRow(string Engine, string Workload, double Nanoseconds, double Bytes, double FloorRatio, double Spread)
{
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Rows of candidates that were timed together; the first is the floor.</summary>
    public static IEnumerable<QuickRow> Of(string workload, IReadOnlyList<Measurement> measurements) =>
        measurements.Select(measured => new QuickRow(
            measured.Name, workload, measured.Nanoseconds, measured.BytesPerOperation, measured.RatioTo(measurements[0]), measured.Spread));

    /// <summary>The row as one line of JSON, for programs.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Format))
        {
            writer.WriteStartObject();
            writer.WriteString("engine", Engine);
            writer.WriteString("workload", Workload);
            writer.WriteNumber("ns", Math.Round(Nanoseconds, 2));
            writer.WriteNumber("alloc", Math.Round(Bytes, 1));
            writer.WriteNumber("floorRatio", Math.Round(FloorRatio, 3));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The cells of a table: nanoseconds, ratio, bytes, spread.</summary>
    public string[] ToCells() =>
    [
        Workload,
        Engine,
        Figure(Nanoseconds),
        FloorRatio.ToString(FloorRatio < 100 ? "0.00" : "#,0", CultureInfo.InvariantCulture),
        Bytes.ToString("#,0", CultureInfo.InvariantCulture),
        Spread.ToString("0 %", CultureInfo.InvariantCulture),
    ];

    private static string Figure(double value) => value.ToString(value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
