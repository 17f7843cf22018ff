using System.Text.Json.Serialization;

namespace IamCore.AspNetCore.Explaining;

/// <summary>The JSON form, made at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ExplainQuestion))]
[JsonSerializable(typeof(ExplainAnswer))]
[JsonSerializable(typeof(ExplainSuggestions))]
internal sealed partial class ExplainJson : JsonSerializerContext;
