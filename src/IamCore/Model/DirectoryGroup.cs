using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A group of Identity Center users. Unlike an IAM group, it can be assigned to accounts (ST-134).</summary>
public sealed record DirectoryGroup : CenterObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.DirectoryGroup;

    /// <summary>The name, 1 to 1024 characters, unique in the instance ignoring case.</summary>
    [JsonPropertyOrder(-2)]
    public required string DisplayName { get; init; }

    /// <summary>A description; <see langword="null"/> if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The group's ids in other systems.</summary>
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

    /// <summary>Returns the unique key of a group name.</summary>
    public static string NameKey(string instanceId, string displayName) => KeyOf(instanceId, "group", displayName ?? "");

    /// <summary>Returns the unique key of an external id.</summary>
    public static string ExternalKey(string instanceId, ExternalId id) => $"{instanceId}/external-group/{id?.Issuer}/{id?.Id}";
}
