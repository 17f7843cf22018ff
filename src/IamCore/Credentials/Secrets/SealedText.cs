using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace IamCore.Credentials.Secrets;

/// <summary>Tokens as text: URL-safe Base64 of the ciphertext, in exactly one spelling (ST-002).</summary>
internal static class SealedText
{
    /// <summary>The maximum length of a token, in characters (ST-002).</summary>
    public const int MaxLength = 65_536;

    public static string Seal(ISecretProtector protector, SecretPurpose purpose, ReadOnlySpan<byte> payload) =>
        Base64Url.EncodeToString(protector.Protect(purpose, [], payload));

    /// <summary>Opens a token. Returns false if it is too long, spelled differently, altered or sealed for another purpose.</summary>
    public static bool TryOpen(ISecretProtector protector, SecretPurpose purpose, string token, [NotNullWhen(true)] out byte[]? payload)
    {
        payload = null;
        if (token.Length > MaxLength || !Base64Url.IsValid(token))
        {
            return false;
        }

        var message = Base64Url.DecodeFromChars(token);
        return Base64Url.EncodeToString(message).Equals(token, StringComparison.Ordinal)
            && protector.TryUnprotect(purpose, [], message, out payload);
    }
}
