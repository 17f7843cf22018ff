using System.Text.Json;
using IamCore.Policies.Linting;

namespace IamCore.Policies.Validation;

/// <summary>Writes findings in the form of AWS's <c>ValidatePolicy</c> answer, for tools that read it (VA-014).</summary>
public static class FindingJson
{
    /// <summary>Writes <c>{"findings":[…]}</c>.</summary>
    public static void Write(IEnumerable<Finding> findings, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteStartArray("findings"u8);
        foreach (var finding in findings)
        {
            Write(finding, writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes one finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="writer">Where to write.</param>
    /// <param name="file">The file it is about, as a further member <c>file</c>; <see langword="null"/> for none.</param>
    public static void Write(Finding finding, Utf8JsonWriter writer, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        if (file is not null)
        {
            writer.WriteString("file"u8, file);
        }

        writer.WriteString("findingDetails"u8, finding.Message);
        writer.WriteString("findingType"u8, finding.Type.ToWireName());
        writer.WriteString("issueCode"u8, finding.Code);
        writer.WriteString("learnMoreLink"u8, finding.LearnMore);
        writer.WriteStartArray("locations"u8);
        foreach (var location in finding.Locations)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("path"u8);
            foreach (var element in location.Elements)
            {
                Write(element, writer);
            }

            writer.WriteEndArray();
            writer.WriteStartObject("span"u8);
            Write("start"u8, location.Span.Start, writer);
            Write("end"u8, location.Span.End, writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(PathElement element, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        switch (element.Kind)
        {
            case PathElementKind.Key:
                writer.WriteString("key"u8, element.Text);
                break;
            case PathElementKind.Index:
                writer.WriteNumber("index"u8, element.Index);
                break;
            case PathElementKind.Value:
                writer.WriteString("value"u8, element.Text);
                break;
            default:
                writer.WriteStartObject("substring"u8);
                writer.WriteNumber("start"u8, element.Index);
                writer.WriteNumber("length"u8, element.Length);
                writer.WriteEndObject();
                break;
        }

        writer.WriteEndObject();
    }

    private static void Write(ReadOnlySpan<byte> name, TextPoint point, Utf8JsonWriter writer)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("line"u8, point.Line);
        writer.WriteNumber("column"u8, point.Column);
        writer.WriteNumber("offset"u8, point.Offset);
        writer.WriteEndObject();
    }
}
