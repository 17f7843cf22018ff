using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A customer managed policy with its versions (ID-140). Who it is attached to stands with those it is attached to.</summary>
public sealed record ManagedPolicy : PathObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.ManagedPolicy;

    /// <summary>For people; never changes; <see langword="null"/> where none was given (ID-147).</summary>
    public string? Description { get; init; }

    /// <summary>When a version was last made or made the default, UTC.</summary>
    public DateTimeOffset UpdateDate { get; init; }

    /// <summary>The version in force, for example <c>v3</c> (ID-144).</summary>
    public required string DefaultVersionId { get; init; }

    /// <summary>The number the next version gets, from 1: numbers are never given out twice (ID-142).</summary>
    public required int NextVersion { get; init; }

    /// <summary>One to five versions, oldest first.</summary>
    public required ValueList<PolicyVersion> Versions { get; init; }

    /// <summary>The tags, in ordinal order of their keys, case-sensitive (ID-074).</summary>
    public ValueList<Tag> Tags { get; init => field = value ?? ValueList<Tag>.Empty; } = ValueList<Tag>.Empty;

    /// <summary>The version in force; <see langword="null"/> in a damaged store only.</summary>
    [JsonIgnore]
    public PolicyVersion? DefaultVersion => FindVersion(DefaultVersionId);

    /// <inheritdoc />
    [JsonIgnore]
    public override string Arn => ArnOf($"policy{Path}{Name}");

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [DirectoryKeys.ManagedPolicy(Account, Name)];

    /// <summary>The version of that id; <see langword="null"/> where there is none.</summary>
    public PolicyVersion? FindVersion(string versionId)
    {
        foreach (var version in Versions)
        {
            if (version.VersionId == versionId)
            {
                return version;
            }
        }

        return null;
    }
}
