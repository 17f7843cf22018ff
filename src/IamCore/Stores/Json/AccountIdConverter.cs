using System.Text.Json;
using System.Text.Json.Serialization;

namespace IamCore.Stores.Json;

/// <summary>Writes an account id as its 12 digits.</summary>
internal sealed class AccountIdConverter : JsonConverter<AccountId>
{
    public override AccountId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && AccountId.TryParse(reader.GetString(), out var id)
            ? id : throw new JsonException("An account id must have 12 digits");

    public override void Write(Utf8JsonWriter writer, AccountId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
