using IamCore.Sessions;

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

    /// <summary>The keys that a session keeps (ST-058).</summary>
    /// <param name="provider">The provider.</param>
    public IEnumerable<FrozenKey> FrozenKeys(OidcProvider provider)
    {
        yield return new($"{provider.Name}:aud", [IsOfGoogle(provider) ? AuthorizedParty ?? Audience : Audience]);
        yield return new($"{provider.Name}:sub", [Subject]);
        if (Methods.Count > 0)
        {
            yield return new($"{provider.Name}:amr", [.. Methods], IsMultivalued: true);
        }

        yield return new("aws:FederatedProvider", [provider.Arn]);
    }

    /// <summary>The keys of the trust decision alone (ST-057).</summary>
    /// <param name="provider">The provider.</param>
    public IEnumerable<FrozenKey> TrustKeys(OidcProvider provider)
    {
        yield return new("sts:RoleSessionName", [SessionName]);
        if (AuthorizedParty is not null)
        {
            yield return new($"{provider.Name}:azp", [AuthorizedParty]);
        }

        if (IsOfGoogle(provider))
        {
            yield return new($"{provider.Name}:oaud", [Audience]);
        }

        if (SourceIdentity is not null)
        {
            yield return new("sts:SourceIdentity", [SourceIdentity]);
        }
    }

    private static bool IsOfGoogle(OidcProvider provider) => provider.Name == "accounts.google.com";
}
