using System.Text.Json.Serialization;

namespace IamCore.Sessions;

/// <summary>The source-generated JSON form.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AuthorizationMessage))]
internal sealed partial class AuthorizationMessageJsonContext : JsonSerializerContext;
