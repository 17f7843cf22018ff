using System.Text.Json;
using System.Text.Json.Serialization;
using IamCore.Model;

namespace IamCore.Stores.Json;

/// <summary>Writes an object key as <c>Kind/id</c>.</summary>
internal sealed class ObjectKeyConverter : JsonConverter<ObjectKey>
{
    public override ObjectKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ObjectKey.TryParse(reader.GetString(), out var key)
            ? key : throw new JsonException("A reference must have the form Kind/id");

    public override void Write(Utf8JsonWriter writer, ObjectKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
