using System.Text.Json.Serialization;

namespace IamCore.Credentials;

/// <summary>A context key frozen at issue.</summary>
/// <param name="Name">The key.</param>
/// <param name="Values">One value, or any number of a multivalued key.</param>
/// <param name="IsMultivalued">Whether the key is multivalued.</param>
internal sealed record FrozenKey(
    [property: JsonPropertyName("n")] string Name,
    [property: JsonPropertyName("v")] string[] Values,
    [property: JsonPropertyName("m")] bool IsMultivalued = false)
{
    [JsonIgnore]
    public ContextValue Value => IsMultivalued ? ContextValue.Many(Values) : Values[0];
}
