using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>The answer to a scenario: a decision with its reasons, or an error.</summary>
public sealed class ScenarioResult
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal ScenarioResult(Scenario scenario, Explanation? explanation)
    {
        Scenario = scenario;
        Explanation = explanation;
        Mismatches = ScenarioMismatch.Find(this);
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The decision with its reasons; <see langword="null"/> if the scenario has errors.</summary>
    public Explanation? Explanation { get; }

    /// <summary>The scenario's first error; <see langword="null"/> if it has none.</summary>
    public ScenarioFault? Fault => Scenario.Fault;

    /// <summary>
    /// The differences between the answer and the expectation; empty if there are none or the scenario has no expectation. An unexpected
    /// error is a difference.
    /// </summary>
    public ValueList<ScenarioMismatch> Mismatches { get; }

    /// <summary>Whether the answer meets the expectation.</summary>
    public bool IsAsExpected => Mismatches.Count == 0;

    /// <summary>Describes the answer, the expectation and the reasons for developers.</summary>
    /// <returns>Several lines of text.</returns>
    public string Describe() => ScenarioReport.Describe(this);

    /// <summary>
    /// Writes the answer as JSON in the form of <c>--format jsonl</c>: the members <c>name</c>, <c>decision</c>, <c>deniedBy</c>,
    /// <c>matched</c> and
    /// <c>missingContext</c>, or <c>name</c> and <c>error</c>.
    /// </summary>
    /// <param name="writer">The writer.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        if (Scenario.Name is not null)
        {
            writer.WriteString("name"u8, Scenario.Name);
        }

        if (Explanation is { } explanation)
        {
            WriteDecision(writer, explanation);
        }
        else
        {
            WriteFault(writer, Fault!);
        }

        writer.WriteEndObject();
    }

    /// <summary>Returns the answer as one line of JSON, in the form of <c>--format jsonl</c>.</summary>
    /// <returns>The JSON without a line end.</returns>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Returns the JSON.</summary>
    /// <returns>One line of JSON.</returns>
    public override string ToString() => ToJson();

    private static void WriteDecision(Utf8JsonWriter writer, Explanation explanation)
    {
        writer.WriteString("decision"u8, Spelling.Of(explanation.Decision.Decision));
        writer.WriteStartArray("deniedBy"u8);
        foreach (var type in explanation.DeniedBy)
        {
            writer.WriteStringValue(Spelling.Of(type));
        }

        writer.WriteEndArray();
        writer.WriteStartArray("matched"u8);
        foreach (var statement in explanation.Matched)
        {
            writer.WriteStringValue(statement.ToString());
        }

        writer.WriteEndArray();
        writer.WriteStartArray("missingContext"u8);
        foreach (var key in explanation.MissingContext)
        {
            writer.WriteStringValue(key);
        }

        writer.WriteEndArray();
    }

    private static void WriteFault(Utf8JsonWriter writer, ScenarioFault fault)
    {
        writer.WriteStartObject("error"u8);
        writer.WriteString("code"u8, fault.Code);
        writer.WriteString("message"u8, fault.Message);
        writer.WriteString("path"u8, fault.Path);
        writer.WriteNumber("line"u8, fault.Line);
        writer.WriteNumber("column"u8, fault.Column);
        writer.WriteEndObject();
    }
}
