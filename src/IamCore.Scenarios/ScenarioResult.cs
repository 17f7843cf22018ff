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

    /// <summary>The decision with its reasons; <see langword="null"/> where the scenario is in error.</summary>
    public Explanation? Explanation { get; }

    /// <summary>The scenario's first error; <see langword="null"/> where it was answered.</summary>
    public ScenarioFault? Fault => Scenario.Fault;

    /// <summary>Where the answer differs from what the scenario expects; empty where it does not, or expects nothing. A scenario in error
    /// that does not expect one differs.</summary>
    public ValueList<ScenarioMismatch> Mismatches { get; }

    /// <summary>Whether the answer is as expected.</summary>
    public bool IsAsExpected => Mismatches.Count == 0;

    /// <summary>For people: the answer, what was expected instead, and why it came out so. Several lines.</summary>
    public string Describe() => ScenarioReport.Describe(this);

    /// <summary>Writes the answer as <c>--format jsonl</c> prints it, members in this order: <c>name</c>, <c>decision</c>, <c>deniedBy</c>,
    /// <c>matched</c>, <c>missingContext</c>; or <c>name</c>, <c>error</c>.</summary>
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

    /// <summary>The answer on one line of JSON, as <c>--format jsonl</c> prints it, without a line end.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>The JSON.</summary>
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
