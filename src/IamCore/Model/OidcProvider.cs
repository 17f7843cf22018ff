using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>
/// An OpenID Connect provider whose tokens can be exchanged for sessions (ID-172). Its name is its URL without <c>https://</c>.
/// </summary>
public sealed record OidcProvider : AccountObject
{
    /// <summary>The scheme with which the URL of every provider begins.</summary>
    public const string Scheme = "https://";

    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.OidcProvider;

    /// <summary>The issuer's URL, case-sensitive.</summary>
    [JsonIgnore]
    public string Url => Scheme + Name;

    /// <summary>The accepted audiences; if empty, no token is accepted (ID-175).</summary>
    public ValueList<string> ClientIds { get; init => field = value ?? ValueList<string>.Empty; } = ValueList<string>.Empty;

    /// <summary>Certificate thumbprints of 40 hexadecimal digits each, for hosts that fetch keys (ID-174).</summary>
    public ValueList<string> Thumbprints { get; init => field = value ?? ValueList<string>.Empty; } = ValueList<string>.Empty;

    /// <summary>The tags, in ordinal order of their case-sensitive keys (ID-074).</summary>
    public ValueList<Tag> Tags { get; init => field = value ?? ValueList<Tag>.Empty; } = ValueList<Tag>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Arn => ArnOf($"oidc-provider/{Name}");

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [DirectoryKeys.OidcProvider(Account, Url)];
}
