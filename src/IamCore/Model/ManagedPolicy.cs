using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A customer managed policy with its versions (ID-140). Attachments are stored with the identities.</summary>
public sealed record ManagedPolicy : PathObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.ManagedPolicy;

    /// <summary>A description, which never changes; <see langword="null"/> if there is none (ID-147).</summary>
    public string? Description { get; init; }

    /// <summary>When a version was last created or made the default, UTC.</summary>
    public DateTimeOffset UpdateDate { get; init; }

    /// <summary>The id of the default version, for example <c>v3</c> (ID-144).</summary>
    public required string DefaultVersionId { get; init; }

    /// <summary>The number of the next version, starting from 1; numbers are never reused (ID-142).</summary>
    public required int NextVersion { get; init; }

    /// <summary>One to five versions, oldest first.</summary>
    public required ValueList<PolicyVersion> Versions { get; init; }

    /// <summary>The tags, in ordinal order of their case-sensitive keys (ID-074).</summary>
    public ValueList<Tag> Tags { get; init => field = value ?? ValueList<Tag>.Empty; } = ValueList<Tag>.Empty;

    /// <summary>The default version; <see langword="null"/> only if the store is damaged.</summary>
    [JsonIgnore]
    public PolicyVersion? DefaultVersion => FindVersion(DefaultVersionId);

    /// <inheritdoc />
    [JsonIgnore]
    public override string Arn => ArnOf($"policy{Path}{Name}");

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [DirectoryKeys.ManagedPolicy(Account, Name)];

    /// <summary>Finds a version.</summary>
    /// <param name="versionId">The id of the version, for example <c>v3</c>.</param>
    /// <returns>The version; <see langword="null"/> if there is none.</returns>
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
