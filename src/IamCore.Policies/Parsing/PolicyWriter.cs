using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IamCore.Policies.Parsing;

/// <summary>Writes documents: elements in the usual order, one value without a list, statements always in one (PL-002, PL-003).</summary>
internal static class PolicyWriter
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Indented = Compact with { Indented = true, NewLine = "\n" };

    public static string ToJson(PolicyDocument document, bool indented)
    {
        var buffer = new ArrayBufferWriter<byte>(Math.Max(256, document.Source.Utf8.Length));
        using (var writer = new Utf8JsonWriter(buffer, indented ? Indented : Compact))
        {
            Write(writer, document);
        }

        // Quotes round numbers can make a text that is longer than any that is read; the one it was read from is not.
        return PolicySize.CountAll(buffer.WrittenSpan) > PolicyReader.MaxCharacters
            ? document.Source.ToString()
            : Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter writer, PolicyDocument document)
    {
        writer.WriteStartObject();
        WriteString(writer, "Version", document.Version);
        WriteString(writer, "Id", document.Id);
        writer.WriteStartArray("Statement");
        foreach (var statement in document.Statements)
        {
            Write(writer, statement);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Statement statement)
    {
        writer.WriteStartObject();
        WriteString(writer, "Sid", statement.Sid);
        writer.WriteString("Effect", statement.Effect == Effect.Allow ? "Allow" : "Deny");
        Write(writer, "Principal", statement.Principal);
        Write(writer, "NotPrincipal", statement.NotPrincipal);
        WriteStrings(writer, "Action", statement.Action);
        WriteStrings(writer, "NotAction", statement.NotAction);
        WriteStrings(writer, "Resource", statement.Resource);
        WriteStrings(writer, "NotResource", statement.NotResource);
        Write(writer, statement.Condition);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, PrincipalElement? principal)
    {
        if (principal is null)
        {
            return;
        }

        if (principal.IsEveryone)
        {
            writer.WriteString(name, "*");
            return;
        }

        writer.WriteStartObject(name);
        var entries = principal.Entries.AsSpan();
        for (int start = 0, end; start < entries.Length; start = end)
        {
            for (end = start + 1; end < entries.Length && entries[end].Type == entries[start].Type;)
            {
                end++;
            }

            writer.WritePropertyName(PrincipalEntryForm.NameOf(entries[start].Type));
            Write(writer, entries[start..end]);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<PrincipalEntry> entries)
    {
        if (entries.Length == 1)
        {
            writer.WriteStringValue(entries[0].Value);
            return;
        }

        writer.WriteStartArray();
        foreach (var entry in entries)
        {
            writer.WriteStringValue(entry.Value);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ValueList<ConditionBlock>? condition)
    {
        if (condition is null)
        {
            return;
        }

        writer.WriteStartObject("Condition");
        foreach (var block in condition)
        {
            writer.WriteStartObject(block.Operator.ToString());
            foreach (var entry in block.Keys)
            {
                WriteStrings(writer, entry.Key, entry.Values);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteString(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, ValueList<string>? values)
    {
        if (values is null)
        {
            return;
        }

        writer.WritePropertyName(name);
        if (values.Count == 1)
        {
            writer.WriteStringValue(values[0]);
            return;
        }

        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
