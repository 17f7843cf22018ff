using System.Text.Json.Serialization;

namespace IamCore.Credentials;

/// <summary>The JSON form of a session, generated at build time.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SessionState))]
[JsonSerializable(typeof(HandleState))]
[JsonSerializable(typeof(PortalState))]
internal sealed partial class SessionJsonContext : JsonSerializerContext;
