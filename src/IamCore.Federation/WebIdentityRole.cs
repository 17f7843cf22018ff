using IamCore.Callers;
using IamCore.Sessions;

namespace IamCore.Federation;

/// <summary>A role session of somebody known to an OpenID Connect provider (ST-060).</summary>
/// <param name="Role">The session with its credentials.</param>
/// <param name="SubjectFromWebIdentityToken">The subject at the provider: the claim <c>sub</c>, or the user id of an access token.</param>
/// <param name="Provider">The issuer, or <see cref="AssumeRoleWithWebIdentity.ProviderId"/>.</param>
/// <param name="Audience">The application the token was issued for.</param>
public sealed record WebIdentityRole(AssumedRole Role, string SubjectFromWebIdentityToken, string Provider, string Audience)
{
    /// <summary>The session, for use in this process (ST-006).</summary>
    public Session Session => Role.Session;

    /// <summary>The same session as credentials to sign requests with.</summary>
    public SessionCredentials Credentials => Role.Credentials;
}
