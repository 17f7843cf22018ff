using System.Security.Claims;

namespace IamCore.AspNetCore;

/// <summary>Takes identities that the host authenticated in its own way (a cookie, a token) for users of the directory.</summary>
/// <example><code>
/// options.Map(new IamUserMapping(identity => $"arn:aws:iam::123456789012:user/{identity.FindFirst("sub")?.Value}")
/// {
///     TagClaims = { ["department"] = "Department" },
/// });
/// </code></example>
public sealed class IamUserMapping : IamPrincipalMapping
{
    /// <summary>A mapping.</summary>
    /// <param name="userArn">The ARN of the user that an identity is; <see langword="null"/> for identities that are not of this mapping. A value that has
    /// another form than a user's ARN is an error of the request, never another principal.</param>
    public IamUserMapping(Func<ClaimsIdentity, string?> userArn)
    {
        ArgumentNullException.ThrowIfNull(userArn);
        UserArn = userArn;
    }

    /// <summary>The ARN of the user that an identity is.</summary>
    public Func<ClaimsIdentity, string?> UserArn { get; }

    /// <summary>When the user last proved a second factor, as the identity's claims say; <see langword="null"/> for never.</summary>
    /// <value>Never.</value>
    public Func<ClaimsIdentity, DateTimeOffset?> MultiFactorTime { get; init; } = static _ => null;
}
