using System.Text;
using System.Text.Json;
using IamCore.Policies.Parsing;

namespace IamCore.Scenarios.Reading;

/// <summary>The tokens of a scenario file with their locations, so that members can be read in any order.</summary>
internal sealed class JsonText
{
    // A policy that nests too deep has an error of its own (PL-008), so depth must not stop the scenario's reading.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue };

    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly JsonToken[] _tokens;

    private readonly int _firstLine;
    private SourceText? _lines;

    private JsonText(ReadOnlyMemory<byte> utf8, JsonToken[] tokens, int firstLine)
    {
        _utf8 = utf8;
        _tokens = tokens;
        _firstLine = firstLine;
    }

    public ReadOnlySpan<byte> Utf8 => _utf8.Span;

    /// <summary>The outermost value.</summary>
    public JsonNode Root => new(this, 0);

    public JsonToken this[int index] => _tokens[index];

    /// <summary>Line and column in the file, from 1, of a byte (PL-019).</summary>
    public (int Line, int Column) PlaceOf(int offset)
    {
        var (line, column) = (_lines ??= new SourceText(_utf8)).PlaceOf(offset);
        return (_firstLine + line, column + 1);
    }

    /// <summary>Reads one JSON value without a byte order mark.</summary>
    /// <param name="utf8">The text, kept by the result.</param>
    /// <param name="firstLine">The line at which the text starts, from 1.</param>
    /// <param name="text">The tokens; <see langword="null"/> where the text is not JSON.</param>
    /// <param name="fault">What is wrong, and where reading stopped.</param>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, int firstLine, out JsonText? text, out ScenarioFault? fault)
    {
        var invalid = FirstInvalidByte(utf8.Span);
        text = null;
        fault = null;
        if (invalid < 0)
        {
            var tokens = new List<JsonToken>(256);
            try
            {
                Tokenize(utf8.Span, tokens);
                text = new JsonText(utf8, [.. tokens], firstLine);
                return true;
            }
            catch (JsonException e)
            {
                var offset = OffsetOf(utf8.Span, e);
                fault = NotJson(FaultMessage.Unexpected(utf8.Span, offset), utf8, firstLine, offset);
                return false;
            }
        }

        fault = NotJson("not Unicode text", utf8, firstLine, invalid);
        return false;
    }

    private static void Tokenize(ReadOnlySpan<byte> utf8, List<JsonToken> tokens)
    {
        var open = new Stack<int>();
        var reader = new Utf8JsonReader(utf8, Options);
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                var index = open.Pop();
                tokens[index] = tokens[index] with { Length = start + 1 - tokens[index].Start, Next = tokens.Count };
                continue;
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                open.Push(tokens.Count);
            }

            var length = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                ? reader.ValueSpan.Length + 2
                : reader.ValueSpan.Length;
            tokens.Add(new JsonToken(reader.TokenType, reader.ValueIsEscaped, start, length, tokens.Count + 1));
        }
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> utf8)
    {
        if (System.Text.Unicode.Utf8.IsValid(utf8))
        {
            return -1;
        }

        var at = 0;
        while (Rune.DecodeFromUtf8(utf8[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    /// <summary>The exception counts lines at <c>\n</c> alone, and bytes within the line.</summary>
    private static int OffsetOf(ReadOnlySpan<byte> utf8, JsonException e)
    {
        var start = 0;
        for (var line = e.LineNumber ?? 0; line > 0; line--)
        {
            start += utf8[start..].IndexOf((byte)'\n') + 1;
        }

        return Math.Min(utf8.Length, start + (int)(e.BytePositionInLine ?? 0));
    }

    private static ScenarioFault NotJson(string detail, ReadOnlyMemory<byte> utf8, int firstLine, int offset)
    {
        var (line, column) = new SourceText(utf8).PlaceOf(offset);
        return new(ScenarioFault.InvalidScenario, $"The scenario is not valid JSON: {detail}", JsonPath.Root, firstLine + line, column + 1);
    }
}
