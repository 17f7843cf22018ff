using IamCore.Model;
using IamCore.Stores;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IamCore.Federation.WebIdentity;

/// <summary>Validates ID tokens; the order of the checks is part of the API (ST-054).</summary>
internal sealed class TokenValidator(IDirectoryStore store, FederationOptions options, TimeProvider time)
{
    /// <summary>The maximum clock difference between provider and directory (ST-054).</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    private readonly JsonWebTokenHandler _handler = new();
    private readonly OidcKeyCache _keys = new(options, time);

    /// <summary>Returns the content of a token, for a role of <paramref name="account"/>.</summary>
    /// <exception cref="IamException">The token is not valid for that account.</exception>
    public async ValueTask<VerifiedToken> ValidateAsync(string text, AccountId account, CancellationToken cancellationToken)
    {
        using var token = CompactToken.Read(text);
        var claims = new TokenClaims(token.Claims);
        var issuer = claims.Text("iss") ?? throw TokenErrors.Invalid("The token does not name its issuer.");
        var provider = await RegisteredProvider.FindAsync(store, options, account, issuer, cancellationToken).ConfigureAwait(false)
            ?? throw TokenErrors.Invalid("No OpenIDConnect provider found in your account for the token's issuer.");
        await CheckSignatureAsync(token, provider, cancellationToken).ConfigureAwait(false);
        CheckTimes(claims);
        var audience = AudienceOf(claims, provider);
        var subject = claims.Text("sub");
        if (subject is not { Length: >= 6 and <= 255 })
        {
            throw TokenErrors.Invalid("The token's subject must have 6 to 255 characters.");
        }

        var keys = new TokenKeys(provider, claims, subject, audience);
        var (tags, transitive) = TokenTags.Of(claims);
        return new()
        {
            Provider = provider.PrincipalName,
            Issuer = issuer,
            Subject = subject,
            Audience = audience,
            TrustKeys = keys.ForTrust(),
            SessionKeys = keys.ForSession(),
            Tags = tags,
            TransitiveTagKeys = transitive,
            SourceIdentity = TokenTags.SourceIdentityOf(claims),
        };
    }

    private async ValueTask CheckSignatureAsync(CompactToken token, RegisteredProvider provider, CancellationToken cancellationToken)
    {
        var source = provider.Settings?.KeySource ?? options.KeySource ?? throw TokenErrors.Unreachable();
        var request = new OidcKeyRequest(OidcProvider.Scheme + provider.Name, provider.Thumbprints);
        var keys = await _keys.GetAsync(request, source, token.KeyId, cancellationToken).ConfigureAwait(false);
        var key = keys.Find(token.KeyId, token.Algorithm) ?? throw TokenErrors.Invalid("The provider has no key with the token's key id and algorithm.");
        var parameters = new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = [token.Algorithm],
            RequireSignedTokens = true,

#pragma warning disable CA5404 // only the signature is verified here; issuer, audience and times are checked by our own code with the directory's clock
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
#pragma warning restore CA5404
        };
        var result = await _handler.ValidateTokenAsync(token.Text, parameters).ConfigureAwait(false);
        if (!result.IsValid)
        {
            throw TokenErrors.Invalid("The token's signature is not valid.");
        }
    }

    private void CheckTimes(TokenClaims claims)
    {
        var now = time.GetUtcNow();
        var expiration = claims.Time("exp") ?? throw TokenErrors.Invalid("The token does not say when it expires.");
        if (now >= expiration + Tolerance)
        {
            throw TokenErrors.Expired("The token has expired.");
        }

        if (claims.Time("nbf") > now + Tolerance || claims.Time("iat") > now + Tolerance)
        {
            throw TokenErrors.Invalid("The token is not valid yet.");
        }
    }

    /// <summary>Returns the audience or, if there are several, the party the token was issued to.</summary>
    private static string AudienceOf(TokenClaims claims, RegisteredProvider provider)
    {
        var audiences = claims.TextOrTexts("aud");
        var audience = audiences.Length == 1 ? audiences[0] : audiences.Length == 0 ? null : claims.Text("azp");
        return audience is not null && provider.Accepts(audience) ? audience : throw TokenErrors.Invalid("Incorrect token audience");
    }
}
