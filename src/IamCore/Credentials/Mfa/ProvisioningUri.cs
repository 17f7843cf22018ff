namespace IamCore.Credentials.Mfa;

/// <summary>The URI that authenticator apps read from a QR code (CR-050).</summary>
internal static class ProvisioningUri
{
    public const string DefaultIssuer = "IamCore";

    public static string Create(string issuer, string name, AccountId account, string base32Seed)
    {
        var escapedIssuer = Uri.EscapeDataString(issuer);
        return $"otpauth://totp/{escapedIssuer}:{Uri.EscapeDataString(name)}@{account}?secret={base32Seed}&issuer={escapedIssuer}";
    }
}
