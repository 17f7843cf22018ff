using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using IamCore.Policies.Parsing;

namespace IamCore.Scenarios.Reading;

/// <summary>One value of a scenario file, or the name of a member.</summary>
internal readonly struct JsonNode(JsonText text, int index)
{
    private readonly JsonText _text = text;
    private readonly int _index = index;

    /// <summary>Whether this is the default, which stands for a member that was not written.</summary>
    public bool IsMissing => _text is null;

    public JsonTokenType Kind => _text is null ? JsonTokenType.None : Token.Kind;

    public bool IsObject => Kind == JsonTokenType.StartObject;

    public bool IsArray => Kind == JsonTokenType.StartArray;

    public bool IsString => Kind == JsonTokenType.String;

    public int Start => Token.Start;

    /// <summary>The whole value as written, quotes included.</summary>
    public ReadOnlySpan<byte> Utf8 => _text.Utf8.Slice(Token.Start, Token.Length);

    /// <summary>What the value is, in the words of messages.</summary>
    public string KindText => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => "a string",
    };

    /// <summary>The text of a number, <c>true</c> or <c>false</c>, as written.</summary>
    public string RawText => Encoding.UTF8.GetString(Utf8);

    private JsonToken Token => _text[_index];

    /// <summary>The members of an object in document order; nothing for another value.</summary>
    public IEnumerable<(JsonNode Name, JsonNode Value)> Members()
    {
        var end = IsObject ? Token.Next : 0;
        for (var i = _index + 1; i < end; i = _text[i + 1].Next)
        {
            yield return (new(_text, i), new(_text, i + 1));
        }
    }

    /// <summary>The items of an array in document order; nothing for another value.</summary>
    public IEnumerable<JsonNode> Items()
    {
        var end = IsArray ? Token.Next : 0;
        for (var i = _index + 1; i < end; i = _text[i].Next)
        {
            yield return new(_text, i);
        }
    }

    /// <summary>The first member of that name; missing where there is none.</summary>
    public JsonNode Find(string name)
    {
        foreach (var (member, value) in Members())
        {
            if (member.Says(name))
            {
                return value;
            }
        }

        return default;
    }

    /// <summary>Whether this string or name is <paramref name="text"/>.</summary>
    public bool Says(string text) => TryGetText(out var own) && own == text;

    /// <summary>The text of a string or name; false where it holds half a surrogate pair (PL-007).</summary>
    public bool TryGetText([NotNullWhen(true)] out string? text)
    {
        if (!Token.IsEscaped)
        {
            text = Encoding.UTF8.GetString(Utf8[1..^1]);
            return true;
        }

        var reader = new Utf8JsonReader(Utf8);
        _ = reader.Read();
        try
        {
            text = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>The text of a string or name, as written where it cannot be read; for messages.</summary>
    public string Display() => TryGetText(out var text) ? text : Encoding.UTF8.GetString(Utf8[1..^1]);

    /// <summary>Line and column in the file, from 1 (PL-019).</summary>
    public (int Line, int Column) Position() => _text.PlaceOf(Start);

    /// <summary>The path from <paramref name="root"/>, which is <c>$</c>, to this node (VA-013).</summary>
    public string PathFrom(JsonNode root)
    {
        var path = JsonPath.Root;
        for (var at = root._index; at != _index;)
        {
            (at, path) = _text[at].Kind == JsonTokenType.StartObject ? StepIntoMember(at, path) : StepIntoItem(at, path);
        }

        return path;
    }

    private (int At, string Path) StepIntoMember(int at, string path)
    {
        var name = at + 1;
        while (_text[name + 1].Next <= _index)
        {
            name = _text[name + 1].Next;
        }

        return (name == _index ? name : name + 1, JsonPath.Member(path, new JsonNode(_text, name).Display()));
    }

    private (int At, string Path) StepIntoItem(int at, string path)
    {
        var item = at + 1;
        var number = 0;
        for (; _text[item].Next <= _index; number++)
        {
            item = _text[item].Next;
        }

        return (item, JsonPath.Item(path, number));
    }
}
