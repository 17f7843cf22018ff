using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A SAML identity provider (ID-178).</summary>
public sealed record SamlProvider : AccountObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.SamlProvider;

    /// <summary>The metadata document exactly as submitted.</summary>
    public required string Metadata { get; init; }

    /// <summary>When assertions of the provider cease to be accepted, UTC (ID-180).</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>The tags, in ordinal order of their keys, case-sensitive (ID-074).</summary>
    public ValueList<Tag> Tags { get; init => field = value ?? ValueList<Tag>.Empty; } = ValueList<Tag>.Empty;

    /// <summary>
    /// The id of the Identity Center instance that alone may change the provider; <see langword="null"/> if administrators may (ST-144).
    /// </summary>
    public string? InstanceId { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Arn => ArnOf($"saml-provider/{Name}");

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => InstanceId is { } instance
        ? [DirectoryKeys.SamlProvider(Account, Name), InstanceKey(Account, instance)] : [DirectoryKeys.SamlProvider(Account, Name)];

    /// <summary>Returns the unique key of an instance's provider in an account.</summary>
    public static string InstanceKey(AccountId account, string instanceId) => $"{account}/{instanceId}/saml-provider";
}
