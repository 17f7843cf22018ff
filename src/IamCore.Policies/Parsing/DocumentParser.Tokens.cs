using System.Text;
using System.Text.Json;

namespace IamCore.Policies.Parsing;

/// <content>Moving through the text.</content>
internal ref partial struct DocumentParser
{
    private const int NoIndex = -1;

    private readonly int Offset => (int)_reader.TokenStartIndex;

    /// <summary>Whether the string or name just read is the same in bytes and in characters.</summary>
    private readonly bool IsPlain => _isAscii && !_reader.ValueIsEscaped;

    private void Advance()
    {
        if (!_reader.Read())
        {
            throw NotText();
        }
    }

    /// <summary>Goes to the next name of an object; false at its end.</summary>
    private bool AdvanceToMember()
    {
        Advance();
        return _reader.TokenType != JsonTokenType.EndObject;
    }

    /// <summary>Goes to the next item of a list; false at its end.</summary>
    private bool AdvanceToItem()
    {
        Advance();
        return _reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>The name just read, decoded.</summary>
    private ReadOnlySpan<byte> Name() =>
        _reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(Text()) : _reader.ValueSpan;

    /// <summary>The string or name just read, decoded.</summary>
    private string Text()
    {
        if (IsPlain)
        {
            return Encoding.Latin1.GetString(_reader.ValueSpan);
        }

        if (!_reader.ValueIsEscaped)
        {
            return Encoding.UTF8.GetString(_reader.ValueSpan);
        }

        CheckSurrogates();
        return _reader.GetString()!;
    }

    /// <summary>The text just read, decoded, where it is of a kind that many documents repeat.</summary>
    private string RepeatedText(SharedText shared)
    {
        if (!IsPlain)
        {
            return Text();
        }

        var text = shared.Find(_reader.ValueSpan);
        if (text is null)
        {
            text = Text();
            shared.Keep(_reader.ValueSpan, text);
        }

        return text;
    }

    /// <summary>A name read before, whose escapes were checked then.</summary>
    private static string Decode(ReadOnlySpan<byte> escaped)
    {
        var text = new byte[escaped.Length + 2];
        text[0] = text[^1] = (byte)'"';
        escaped.CopyTo(text.AsSpan(1));
        var reader = new Utf8JsonReader(text);
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>The text of the value just read, which is a string, number or boolean (PL-103).</summary>
    private string ScalarText() => _reader.TokenType switch
    {
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => RepeatedText(SharedText.Conditions),
    };

    /// <summary>The value just read where it is a string, else an error.</summary>
    private string? ReadString(Element element)
    {
        if (_reader.TokenType == JsonTokenType.String)
        {
            return Text();
        }

        FaultType(Elements.Name(element), "a string", ElementPath(element));
        Skip();
        return null;
    }

    /// <summary>Passes over the value, or the name and its value. Only JSON itself, its depth and its characters are checked there.</summary>
    private void Skip()
    {
        if (_reader.TokenType == JsonTokenType.PropertyName)
        {
            CheckToken();
            Advance();
        }

        CheckToken();
        if (_reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var depth = _reader.CurrentDepth;
        do
        {
            Advance();
            CheckToken();
        }
        while (_reader.CurrentDepth > depth);
    }

    private void CheckToken()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when _reader.CurrentDepth >= MaxDepth:
                throw Stop(PolicyFaultCode.NestingTooDeep, Offset, $"The document nests deeper than {MaxDepth} levels");
            case JsonTokenType.String or JsonTokenType.PropertyName when _reader.ValueIsEscaped:
                CheckSurrogates();
                break;
        }
    }

    /// <summary>An escaped surrogate without its other half is no character (PL-007).</summary>
    private void CheckSurrogates()
    {
        if (HasUnpairedSurrogate(_reader.ValueSpan, out var at))
        {
            throw Stop(PolicyFaultCode.InvalidJson, Offset + 1 + at, FaultMessage.NotText);
        }
    }

    private static bool HasUnpairedSurrogate(ReadOnlySpan<byte> escaped, out int at)
    {
        const int Length = 6;
        for (at = 0; at < escaped.Length; at++)
        {
            if (escaped[at] != '\\')
            {
                continue;
            }

            var unit = UnitAt(escaped[at..]);
            if (char.IsLowSurrogate(unit))
            {
                return true;
            }

            if (!char.IsHighSurrogate(unit))
            {
                at++;
            }
            else if (char.IsLowSurrogate(UnitAt(escaped[(at + Length)..])))
            {
                at += (2 * Length) - 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The code unit that <c>\u</c> and four digits at the start stand for; 0 for other text.</summary>
    private static char UnitAt(ReadOnlySpan<byte> escaped) =>
        escaped is [(byte)'\\', (byte)'u', _, _, _, _, ..]
        && ushort.TryParse(escaped[2..6], System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit) ? (char)unit : '\0';

    private JsonException NotText() => Stop(PolicyFaultCode.InvalidJson, _utf8.Length, FaultMessage.NotText);

    /// <summary>The byte an error of the JSON reader points to; it counts lines by <c>\n</c> alone.</summary>
    private readonly int OffsetOf(JsonException e)
    {
        var offset = 0;
        for (var line = e.LineNumber ?? 0; line > 0; line--)
        {
            offset += _utf8[offset..].IndexOf((byte)'\n') + 1;
        }

        offset = (int)Math.Min(offset + (e.BytePositionInLine ?? 0), _utf8.Length);

        // Where the text ends after a comma, the reader points to the comma.
        var isLastComma = _reader.CurrentDepth > 0 && offset < _utf8.Length && _utf8[offset] == ',' && _utf8[(offset + 1)..].Trim(" \t\r\n"u8).IsEmpty;
        return isLastComma ? _utf8.Length : offset;
    }

    /// <summary>An error that ends the reading and is then the only one (PL-009): to be thrown, as the JSON reader throws its own.</summary>
    private JsonException Stop(PolicyFaultCode code, int offset, string message)
    {
        _isStopped = true;
        (_faults ??= new()).Replace(code, offset, message, _root);
        return new JsonException(message);
    }
}
