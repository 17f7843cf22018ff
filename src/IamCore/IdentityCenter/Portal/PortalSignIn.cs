namespace IamCore.IdentityCenter.Portal;

/// <summary>A sign-in to the access portal with a password (ST-148).</summary>
/// <param name="UserName">The user name, ignoring case.</param>
/// <param name="Password">The password.</param>
public sealed record PortalSignIn(string UserName, string Password)
{
    /// <summary>The id of an authenticator app and its code, to submit both at once; <see langword="null"/> to be asked for them.</summary>
    public PortalCode? Mfa { get; init; }

    /// <summary>
    /// A fingerprint by which the host recognizes the browser, device and location; <see langword="null"/> if it has none, which is never
    /// trusted.
    /// </summary>
    public string? Context { get; init; }

    /// <summary>Whether to trust the context from now on. It takes effect only if the sign-in is completed with an MFA device.</summary>
    public bool TrustContext { get; init; }

    /// <summary>Where the attempt comes from, for example an address, for rate limiting (CR-111).</summary>
    public string? Source { get; init; }

    /// <summary>Returns a fixed text without name and password (CR-107).</summary>
    public override string ToString() => nameof(PortalSignIn);
}
