using System.Collections.Immutable;
using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.AspNetCore.Principals.Federation;

/// <summary>What the host vouches for about somebody whom an identity provider knows, and which role they take on.</summary>
/// <param name="RoleArn">The role.</param>
/// <param name="Issuer">The provider's URL.</param>
/// <param name="Subject">Who it is there.</param>
/// <param name="Audience">For whom the token was issued.</param>
/// <param name="SessionName">The session's name.</param>
/// <param name="Duration">How long it lasts.</param>
/// <param name="Tags">The session's tags.</param>
internal sealed record VerifiedIdentity(
    string RoleArn, string Issuer, string Subject, string Audience, string SessionName, TimeSpan Duration, ValueList<Tag> Tags)
{
    /// <summary>The claim <c>azp</c>; null where there is none.</summary>
    public string? AuthorizedParty { get; init; }

    /// <summary>The claims <c>amr</c>, in order.</summary>
    public ValueList<string> Methods { get; init; } = ValueList<string>.Empty;

    /// <summary>Who is behind it (ST-059); null where nobody said.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>What stays in the session's context (ST-058).</summary>
    /// <param name="provider">The provider.</param>
    public ImmutableArray<FrozenKey> SessionKeys(OidcProvider provider)
    {
        FrozenKey audience = new($"{provider.Name}:aud", [IsOfGoogle(provider) ? AuthorizedParty ?? Audience : Audience]);
        FrozenKey subject = new($"{provider.Name}:sub", [Subject]);
        return Methods.Count == 0 ? [audience, subject] : [audience, subject, new($"{provider.Name}:amr", [.. Methods], IsMultivalued: true)];
    }

    /// <summary>What the trust decision knows besides (ST-057).</summary>
    /// <param name="provider">The provider.</param>
    public IEnumerable<FrozenKey> TrustKeys(OidcProvider provider)
    {
        if (AuthorizedParty is not null)
        {
            yield return new($"{provider.Name}:azp", [AuthorizedParty]);
        }

        if (IsOfGoogle(provider))
        {
            yield return new($"{provider.Name}:oaud", [Audience]);
        }
    }

    private static bool IsOfGoogle(OidcProvider provider) => provider.Name == "accounts.google.com";
}
