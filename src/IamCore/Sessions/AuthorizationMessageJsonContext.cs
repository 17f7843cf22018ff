using System.Text.Json.Serialization;

namespace IamCore.Sessions;

/// <summary>The JSON form, made at build time.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AuthorizationMessage))]
internal sealed partial class AuthorizationMessageJsonContext : JsonSerializerContext;
