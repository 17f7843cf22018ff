using System.Text.Json.Serialization;

namespace IamCore;

/// <summary>A SAML identity provider (ID-178).</summary>
public sealed record SamlProvider : AccountObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.SamlProvider;

    /// <summary>The metadata document as given.</summary>
    public required string Metadata { get; init; }

    /// <summary>Until when assertions are accepted, UTC (ID-180).</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>The tags, in ordinal order of their keys, case-sensitive (ID-074).</summary>
    public ValueList<Tag> Tags { get; init => field = value ?? ValueList<Tag>.Empty; } = ValueList<Tag>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Arn => ArnOf($"saml-provider/{Name}");

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [DirectoryKeys.SamlProvider(Account, Name)];
}
