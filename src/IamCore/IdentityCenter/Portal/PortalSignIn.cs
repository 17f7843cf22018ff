namespace IamCore.IdentityCenter.Portal;

/// <summary>A sign-in to the access portal with a password (ST-148).</summary>
/// <param name="UserName">The name, in any letter case.</param>
/// <param name="Password">The password.</param>
public sealed record PortalSignIn(string UserName, string Password)
{
    /// <summary>The id of an authenticator app and its code, to show both at once; <see langword="null"/> to be asked.</summary>
    public PortalCode? Mfa { get; init; }

    /// <summary>What the host knows browser, device and place by; <see langword="null"/> where it does not tell, which is never a trusted one.</summary>
    public string? Context { get; init; }

    /// <summary>Whether to trust the context from now on; only what a device has completed is trusted.</summary>
    public bool TrustContext { get; init; }

    /// <summary>Where the attempt comes from, for example an address, for the limiter (CR-111).</summary>
    public string? Source { get; init; }

    /// <summary>The kind of thing; name and password are not shown (CR-107).</summary>
    public override string ToString() => nameof(PortalSignIn);
}
