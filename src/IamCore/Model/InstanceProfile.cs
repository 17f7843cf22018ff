using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>An instance profile: passes a role to a workload (ID-131).</summary>
public sealed record InstanceProfile : PathObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.InstanceProfile;

    /// <summary>The unique id of the role; <see langword="null"/> if the profile contains none.</summary>
    public string? RoleId { get; init; }

    /// <summary>The tags, in ordinal order of their case-sensitive keys (ID-074).</summary>
    public ValueList<Tag> Tags { get; init => field = value ?? ValueList<Tag>.Empty; } = ValueList<Tag>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Arn => ArnOf($"instance-profile{Path}{Name}");

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [DirectoryKeys.InstanceProfile(Account, Name)];

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<ObjectReference> References =>
        RoleId is null ? ValueList<ObjectReference>.Empty : [new(Relation.ProfileRole, new(ObjectKind.Role, RoleId))];
}
