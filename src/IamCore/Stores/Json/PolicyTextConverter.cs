using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using IamCore.Model;

namespace IamCore.Stores.Json;

/// <summary>
/// Writes a policy document as a JSON object, so that people can read it in the file, preserving its characters exactly. A text that is
/// not a single JSON
/// object is written as a JSON string.
/// </summary>
internal sealed class PolicyTextConverter : JsonConverter<PolicyText>
{
    private const int MaxDepth = 48;

    public override PolicyText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new PolicyText(reader.GetString()!);
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A policy document must be an object or a string");
        }

        using var document = JsonDocument.ParseValue(ref reader);
        return new PolicyText(document.RootElement.GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, PolicyText value, JsonSerializerOptions options)
    {
        var text = value.ToString();
        if (text is ['{', .., '}'] && IsOneValue(Encoding.UTF8.GetBytes(text)))
        {
            writer.WriteRawValue(text);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }

    private static bool IsOneValue(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
