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

    /// <summary>The URL of the provider.</summary>
    public string Issuer { get; }

    /// <summary>The ARN of the role that an identity takes on.</summary>
    public Func<ClaimsIdentity, string?> RoleArn { get; }

    /// <summary>Who the identity is at the provider.</summary>
    /// <value>The claim <c>sub</c>, else <see cref="ClaimTypes.NameIdentifier"/>.</value>
    public Func<ClaimsIdentity, string?> Subject { get; init; } = static identity =>
        (identity.FindFirst("sub") ?? identity.FindFirst(ClaimTypes.NameIdentifier))?.Value;

    /// <summary>For whom the provider issued the token; one that the directory's provider lists.</summary>
    /// <value>The claim <c>aud</c>.</value>
    public Func<ClaimsIdentity, string?> Audience { get; init; } = static identity => identity.FindFirst("aud")?.Value;

    /// <summary>The name of the session, 2 to 64 of <c>[\w+=,.@-]</c> (ST-011).</summary>
    /// <value>The subject.</value>
    public Func<ClaimsIdentity, string?>? SessionName { get; init; }

    /// <summary>How long a session lasts: 900 seconds to 12 hours, at most what the role allows (ST-012).</summary>
    /// <value>1 hour</value>
    public TimeSpan Duration { get; init; } = TimeSpan.FromHours(1);
}
