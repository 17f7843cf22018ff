using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using IamCore.Model;

namespace IamCore.Stores.Json;

/// <summary>
/// The file format of a directory: one section per kind, objects in list order, so that a small change makes a small diff.
/// </summary>
internal static class DirectoryFile
{
    public const string Format = "iamcore-directory/1";

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 128,
    };

    public static ReadOnlyMemory<byte> Write(DirectoryState state)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteNumber("revision", state.Revision);
            var byKind = state.InListOrder.ToLookup(o => o.ObjectKind);
            foreach (var kind in StoredKinds.All)
            {
                WriteSection(writer, kind, byKind[kind.Kind]);
            }

            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>Reads a file. If it is invalid, <paramref name="problems"/> contains at least one sentence.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out DirectoryState? state, out ValueList<string> problems)
    {
        state = null;
        var found = new List<string>();
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = 128, AllowDuplicateProperties = true };
            using var document = JsonDocument.Parse(SkipByteOrderMark(utf8), options);
            var objects = new List<DirectoryObject>();
            var revision = ReadTop(document.RootElement, objects, found);
            state = DirectoryState.FromObjects(Math.Max(revision, objects.Max(o => (long?)o.Revision) ?? 0), objects, found);
        }
        catch (JsonException e)
        {
            found.Add($"Line {e.LineNumber + 1}: the file is not valid JSON: {e.Message}");
        }

        problems = [.. found];
        state = found.Count == 0 ? state : null;
        return state is not null;
    }

    private static void WriteSection(Utf8JsonWriter writer, StoredKind kind, IEnumerable<DirectoryObject> objects)
    {
        var isOpen = false;
        foreach (var o in objects)
        {
            if (!isOpen)
            {
                writer.WriteStartArray(kind.Section);
                isOpen = true;
            }

            kind.Write(writer, o);
        }

        if (isOpen)
        {
            writer.WriteEndArray();
        }
    }

    private static long ReadTop(JsonElement root, List<DirectoryObject> objects, List<string> problems)
    {
        long revision = -1;
        var format = "";
        if (root.ValueKind != JsonValueKind.Object)
        {
            problems.Add("The file is not a JSON object");
            return 0;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in root.EnumerateObject())
        {
            if (!seen.Add(member.Name))
            {
                problems.Add($"\"{member.Name}\" occurs twice");
            }

            if (member.NameEquals("format"))
            {
                format = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : "";
            }
            else if (member.NameEquals("revision"))
            {
                revision = member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt64(out var number) ? number : -1;
            }
            else
            {
                ReadSection(member, objects, problems);
            }
        }

        if (format != Format)
        {
            problems.Add($"\"format\" must be \"{Format}\"");
        }

        if (revision < 0)
        {
            problems.Add("\"revision\" must be a number, 0 or more");
        }

        return revision;
    }

    private static void ReadSection(JsonProperty member, List<DirectoryObject> objects, List<string> problems)
    {
        var kind = ((IEnumerable<StoredKind>)StoredKinds.All).FirstOrDefault(k => k.Section == member.Name);
        if (kind is null || member.Value.ValueKind != JsonValueKind.Array)
        {
            problems.Add(kind is null ? $"Unknown section \"{member.Name}\"" : $"\"{member.Name}\" must be a list");
            return;
        }

        var index = 0;
        foreach (var element in member.Value.EnumerateArray())
        {
            try
            {
                objects.Add(kind.Read(element));
            }
            catch (JsonException e)
            {
                problems.Add(FormattableString.Invariant($"{member.Name}[{index}]: {e.Message}"));
            }

            index++;
        }
    }

    private static ReadOnlyMemory<byte> SkipByteOrderMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
}
