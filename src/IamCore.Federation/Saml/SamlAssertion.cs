using System.Collections.Immutable;

namespace IamCore.Federation.Saml;

/// <summary>What a good assertion says.</summary>
internal sealed record SamlAssertion
{
    public required string Id { get; init; }

    public required string Issuer { get; init; }

    public required string NameId { get; init; }

    /// <summary><c>saml:sub_type</c> (ST-067).</summary>
    public required string SubjectType { get; init; }

    /// <summary><c>saml:aud</c> (ST-067).</summary>
    public required string Recipient { get; init; }

    public required DateTimeOffset IssueInstant { get; init; }

    /// <summary>When the session at the identity provider ends; null where it does not say.</summary>
    public DateTimeOffset? SessionEnd { get; init; }

    /// <summary>Whether it says itself that it is good for one use.</summary>
    public bool IsForOneUse { get; init; }

    /// <summary>In document order; a name may come several times.</summary>
    public required ImmutableArray<SamlAttribute> Attributes { get; init; }
}
