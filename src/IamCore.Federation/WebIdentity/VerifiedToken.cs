using System.Collections.Immutable;
using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.Federation.WebIdentity;

/// <summary>The content of a valid token.</summary>
internal sealed record VerifiedToken
{
    /// <summary>The name of the provider in trust policies (ST-056).</summary>
    public required string Provider { get; init; }

    /// <summary>The issuer, or the name of an access token's provider (ST-060).</summary>
    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    /// <summary>The application the token is for.</summary>
    public required string Audience { get; init; }

    /// <summary>The context keys for the trust policy (ST-057).</summary>
    public required ImmutableArray<FrozenKey> TrustKeys { get; init; }

    /// <summary>The context keys for the session (ST-058).</summary>
    public required ImmutableArray<FrozenKey> SessionKeys { get; init; }

    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    public ValueList<string> TransitiveTagKeys { get; init; } = ValueList<string>.Empty;

    public string? SourceIdentity { get; init; }
}
