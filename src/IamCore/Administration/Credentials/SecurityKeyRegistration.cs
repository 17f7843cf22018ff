namespace IamCore.Administration.Credentials;

/// <summary>The beginning of a registration (CR-058).</summary>
/// <param name="Handle">What it is completed with, a secret good for five minutes and one use.</param>
/// <param name="Options">The creation options of WebAuthn as JSON, for the browser.</param>
public sealed record SecurityKeyRegistration(string Handle, string Options)
{
    /// <summary>The kind of thing (CR-107).</summary>
    public override string ToString() => "security key registration";
}
