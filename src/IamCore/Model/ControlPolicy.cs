using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A service or resource control policy of an organization (ID-024).</summary>
public sealed record ControlPolicy : DirectoryObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.ControlPolicy;

    /// <summary>The id of the organization.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>The name, unique in the organization.</summary>
    public required string Name { get; init; }

    /// <summary>A description; <see langword="null"/> if there is none.</summary>
    public string? Description { get; init; }

    /// <summary><see cref="PolicyType.ServiceControl"/> or <see cref="PolicyType.ResourceControl"/>.</summary>
    public required PolicyType Type { get; init; }

    /// <summary>The policy document.</summary>
    public required PolicyText Document { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Scope => "";

    /// <inheritdoc />
    [JsonIgnore]
    public override string ListName => Name;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [DirectoryKeys.ControlPolicy(OrganizationId, Name)];
}
