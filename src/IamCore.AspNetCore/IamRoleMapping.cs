using System.Security.Claims;

namespace IamCore.AspNetCore;

/// <summary>
/// Takes identities of an identity provider for sessions of a role, where the role's trust policy lets that provider's users assume it
/// (<c>sts:AssumeRoleWithWebIdentity</c>, ST-056). The host has verified the token; the directory holds the provider, with the audiences it accepts.
/// A session is made once for an identity and used until it ends.
/// </summary>
public sealed class IamRoleMapping : IamPrincipalMapping
{
    /// <summary>A mapping.</summary>
    /// <param name="issuer">The URL of the OpenID Connect provider, as it stands in the directory of the role's account.</param>
    /// <param name="roleArn">The ARN of the role that an identity takes on; <see langword="null"/> for identities that are not of this mapping.</param>
    public IamRoleMapping(string issuer, Func<ClaimsIdentity, string?> roleArn)
    {
        ArgumentException.ThrowIfNullOrEmpty(issuer);
        ArgumentNullException.ThrowIfNull(roleArn);
        Issuer = issuer;
        RoleArn = roleArn;
    }

    /// <summary>The URL of the provider. Identities with a claim <c>iss</c> are of this mapping only where it is this.</summary>
    public string Issuer { get; }

    /// <summary>The ARN of the role that an identity takes on.</summary>
    public Func<ClaimsIdentity, string?> RoleArn { get; }

    /// <summary>Who the identity is at the provider.</summary>
    /// <value>The claim <c>sub</c>, else <see cref="ClaimTypes.NameIdentifier"/>.</value>
    public Func<ClaimsIdentity, string?> Subject { get; init; } = static identity =>
        (identity.FindFirst("sub") ?? identity.FindFirst(ClaimTypes.NameIdentifier))?.Value;

    /// <summary>For whom the provider issued the token; one that the directory's provider lists.</summary>
    /// <value>The claim <c>aud</c>; of several the claim <c>azp</c> (ST-054). The framework's OpenID Connect handler leaves <c>aud</c> out of the identities that
    /// it makes: give its client id here.</value>
    public Func<ClaimsIdentity, string?> Audience { get; init; } = static identity =>
        identity.FindAll("aud").Take(2).Count() > 1 ? identity.FindFirst("azp")?.Value : identity.FindFirst("aud")?.Value;

    /// <summary>To whom the provider issued the token, as the trust policy is asked about by <c>{provider}:azp</c> (ST-057).</summary>
    /// <value>The claim <c>azp</c>.</value>
    public Func<ClaimsIdentity, string?> AuthorizedParty { get; init; } = static identity => identity.FindFirst("azp")?.Value;

    /// <summary>How the provider authenticated the user: <c>{provider}:amr</c> in the trust policy and in the session (ST-058).</summary>
    /// <value>The claims <c>amr</c>, also under the name that the framework's JWT handler gives them.</value>
    public Func<ClaimsIdentity, IEnumerable<string>> AuthenticationMethods { get; init; } = static identity =>
        identity.FindAll(static claim => claim.Type is "amr" or "http://schemas.microsoft.com/claims/authnmethodsreferences").Select(static claim => claim.Value);

    /// <summary>Who is behind the session, <c>aws:SourceIdentity</c>; where there is one the trust policy must allow <c>sts:SetSourceIdentity</c> (ST-059).</summary>
    /// <value>The claim <c>https://aws.amazon.com/source_identity</c>.</value>
    public Func<ClaimsIdentity, string?> SourceIdentity { get; init; } = static identity => identity.FindFirst("https://aws.amazon.com/source_identity")?.Value;

    /// <summary>The name of the session, 2 to 64 of <c>[\w+=,.@-]</c> (ST-011).</summary>
    /// <value>The subject.</value>
    public Func<ClaimsIdentity, string?>? SessionName { get; init; }

    /// <summary>How long a session lasts: 900 seconds to 12 hours, at most what the role allows (ST-012).</summary>
    /// <value>1 hour</value>
    public TimeSpan Duration { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether an identity is of this mapping. One that names another issuer never is.</summary>
    internal bool Knows(ClaimsIdentity identity) => (identity.FindFirst("iss")?.Value ?? Issuer) == Issuer && RoleArn(identity) is not null;
}
