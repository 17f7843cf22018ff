namespace IamCore.Administration.Credentials;

/// <summary>A started registration of a security key or passkey (CR-058).</summary>
/// <param name="Handle">The handle to finish the registration with: a secret that is valid for five minutes and one use.</param>
/// <param name="Options">The WebAuthn creation options as JSON, for the browser.</param>
public sealed record SecurityKeyRegistration(string Handle, string Options)
{
    /// <summary>Returns a fixed text without the handle (CR-107).</summary>
    public override string ToString() => "security key registration";
}
