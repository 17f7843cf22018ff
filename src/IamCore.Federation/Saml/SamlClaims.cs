using System.Collections.Immutable;
using System.Globalization;
using IamCore.Model;

namespace IamCore.Federation.Saml;

/// <summary>The attributes that describe the requested session (ST-066). Their names are case-sensitive.</summary>
internal sealed class SamlClaims
{
    private const string Prefix = "https://aws.amazon.com/SAML/Attributes/";
    private const string TagPrefix = Prefix + "PrincipalTag:";

    private readonly ImmutableArray<SamlAttribute> _attributes;

    public SamlClaims(ImmutableArray<SamlAttribute> attributes) => _attributes = attributes;

    /// <summary>The roles offered. Values that are not a pair of role and provider are ignored.</summary>
    public IEnumerable<SamlRolePair> Roles => All("Role").Select(PairOf).OfType<SamlRolePair>().Distinct();

    public string RoleSessionName => One(Prefix + "RoleSessionName") is { } name && IsName(name) ? name : throw Wrong("RoleSessionName");

    /// <summary>The duration in seconds; null if the assertion does not specify one.</summary>
    public int? SessionDuration => One(Prefix + "SessionDuration") is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 900 and <= 43200 ? seconds : throw Wrong("SessionDuration");

    public string? SourceIdentity => One(Prefix + "SourceIdentity");

    public ValueList<string> TransitiveTagKeys => [.. All("TransitiveTagKeys").Distinct(StringComparer.Ordinal)];

    public ValueList<Tag> Tags =>
    [
        .. _attributes.Where(attribute => attribute.Name.StartsWith(TagPrefix, StringComparison.Ordinal))
            .Select(attribute => new Tag(attribute.Name[TagPrefix.Length..], attribute.Values is [var value] ? value : throw Wrong("PrincipalTag"))),
    ];

    private IEnumerable<string> All(string name) => _attributes.Where(attribute => attribute.Name == Prefix + name).SelectMany(attribute => attribute.Values);

    /// <summary>Returns the value of a single-valued attribute; null if it is absent.</summary>
    private string? One(string name) => _attributes.Where(attribute => attribute.Name == name).ToArray() switch
    {
        [] => null,
        [{ Values: [var value] }] => value,
        _ => throw Wrong(name[Prefix.Length..]),
    };

    /// <summary>Returns the role and provider in a value, in either order.</summary>
    private static SamlRolePair? PairOf(string value) => value.Split(',', StringSplitOptions.TrimEntries) switch
    {
        [var role, var provider] when role.Contains(":role/", StringComparison.Ordinal) && SamlProviders.IsArn(provider) => new(role, provider),
        [var provider, var role] when role.Contains(":role/", StringComparison.Ordinal) && SamlProviders.IsArn(provider) => new(role, provider),
        _ => null,
    };

    private static bool IsName(string name) => name.Length is >= 2 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || "_+=,.@-".Contains(c, StringComparison.Ordinal));

    private static IamException Wrong(string name) => SamlErrors.Invalid($"The attribute {name} is missing, repeated or invalid.", "ST-066");
}
