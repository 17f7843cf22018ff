namespace IamCore.Credentials.Mfa;

/// <summary>The address that an authenticator app reads from a QR picture (CR-050).</summary>
internal static class ProvisioningUri
{
    public const string DefaultIssuer = "IamCore";

    public static string Create(string issuer, string name, AccountId account, string base32Seed)
    {
        var escapedIssuer = Uri.EscapeDataString(issuer);
        return $"otpauth://totp/{escapedIssuer}:{Uri.EscapeDataString(name)}@{account}?secret={base32Seed}&issuer={escapedIssuer}";
    }
}
