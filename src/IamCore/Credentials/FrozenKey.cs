using System.Text.Json.Serialization;

namespace IamCore.Credentials;

/// <summary>A context key fixed when the session was issued.</summary>
/// <param name="Name">The name of the key.</param>
/// <param name="Values">One value, or any number of values for a multivalued key.</param>
/// <param name="IsMultivalued">Whether the key is multivalued.</param>
internal sealed record FrozenKey(
    [property: JsonPropertyName("n")] string Name,
    [property: JsonPropertyName("v")] string[] Values,
    [property: JsonPropertyName("m")] bool IsMultivalued = false)
{
    [JsonIgnore]
    public ContextValue Value => IsMultivalued ? ContextValue.Many(Values) : Values[0];
}
