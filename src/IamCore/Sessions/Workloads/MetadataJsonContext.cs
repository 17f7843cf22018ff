using System.Text.Json.Serialization;

namespace IamCore.Sessions.Workloads;

/// <summary>The JSON form, made at build time.</summary>
[JsonSerializable(typeof(MetadataDocument))]
internal sealed partial class MetadataJsonContext : JsonSerializerContext;
