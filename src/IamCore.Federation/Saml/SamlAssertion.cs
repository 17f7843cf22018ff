using System.Collections.Immutable;

namespace IamCore.Federation.Saml;

/// <summary>The content of a valid assertion.</summary>
internal sealed record SamlAssertion
{
    public required string Id { get; init; }

    public required string Issuer { get; init; }

    public required string NameId { get; init; }

    /// <summary>The value of <c>saml:sub_type</c> (ST-067).</summary>
    public required string SubjectType { get; init; }

    /// <summary>The value of <c>saml:aud</c> (ST-067).</summary>
    public required string Recipient { get; init; }

    public required DateTimeOffset IssueInstant { get; init; }

    /// <summary>When the session at the identity provider ends; null if the assertion does not say.</summary>
    public DateTimeOffset? SessionEnd { get; init; }

    /// <summary>Whether the assertion itself says that it can be used only once.</summary>
    public bool IsForOneUse { get; init; }

    /// <summary>The attributes in document order; a name may occur several times.</summary>
    public required ImmutableArray<SamlAttribute> Attributes { get; init; }
}
