using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A group of directory users. Unlike an IAM group it can be assigned to accounts (ST-134).</summary>
public sealed record DirectoryGroup : CenterObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.DirectoryGroup;

    /// <summary>The name, 1 to 1024 characters, once in the instance in any letter case.</summary>
    [JsonPropertyOrder(-2)]
    public required string DisplayName { get; init; }

    /// <summary>For people; <see langword="null"/> where none was given.</summary>
    public string? Description { get; init; }

    /// <summary>How other systems know the group.</summary>
    public ValueList<ExternalId> ExternalIds { get; init => field = value ?? ValueList<ExternalId>.Empty; } = ValueList<ExternalId>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override string ListName => DisplayName;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys =>
        [NameKey(InstanceId, DisplayName), .. ((IEnumerable<ExternalId>)ExternalIds).Select(id => ExternalKey(InstanceId, id))];

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<ObjectReference> References => [InstanceReference];

    /// <summary>The unique key of a name.</summary>
    public static string NameKey(string instanceId, string displayName) => KeyOf(instanceId, "group", displayName ?? "");

    /// <summary>The unique key of an external id.</summary>
    public static string ExternalKey(string instanceId, ExternalId id) => $"{instanceId}/external-group/{id?.Issuer}/{id?.Id}";
}
