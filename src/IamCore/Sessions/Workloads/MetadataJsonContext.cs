using System.Text.Json.Serialization;

namespace IamCore.Sessions.Workloads;

/// <summary>The source-generated JSON form.</summary>
[JsonSerializable(typeof(MetadataDocument))]
internal sealed partial class MetadataJsonContext : JsonSerializerContext;
