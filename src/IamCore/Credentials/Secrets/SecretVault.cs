using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using IamCore.Model;

namespace IamCore.Credentials.Secrets;

/// <summary>Seals secrets at rest, each bound to its object, so that none can be moved to another object (CR-105).</summary>
internal sealed class SecretVault(ISecretProtector protector)
{
    public string Seal(ObjectKey owner, AccountId account, ReadOnlySpan<byte> secret) =>
        Convert.ToBase64String(protector.Protect(SecretPurpose.Secret, PlaceOf(owner, account), secret));

    public string Seal(ObjectKey owner, AccountId account, string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var sealedSecret = Seal(owner, account, bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return sealedSecret;
    }

    /// <summary>Opens a secret; the caller zeroes it after use.</summary>
    /// <exception cref="DirectoryDamagedException">The secret was altered, or its key no longer exists.</exception>
    public byte[] Open(ObjectKey owner, AccountId account, string sealedSecret)
    {
        Span<byte> ciphertext = new byte[sealedSecret.Length];
        return Convert.TryFromBase64String(sealedSecret, ciphertext, out var length)
            && protector.TryUnprotect(SecretPurpose.Secret, PlaceOf(owner, account), ciphertext[..length], out var secret)
            ? secret : throw new DirectoryDamagedException(owner, $"The secret of {owner.Kind} cannot be opened: it was altered, or its key is gone");
    }

    /// <summary>Whether a secret should be sealed again with the current key.</summary>
    public bool IsOutdated(string sealedSecret) => protector.IsOutdated(Convert.FromBase64String(sealedSecret));

    /// <summary>Seals a secret again with the current key, for an object that is written anyway (CR-105).</summary>
    public string Renew(ObjectKey owner, AccountId account, string sealedSecret)
    {
        if (!IsOutdated(sealedSecret))
        {
            return sealedSecret;
        }

        var secret = Open(owner, account, sealedSecret);
        var renewed = Seal(owner, account, secret);
        CryptographicOperations.ZeroMemory(secret);
        return renewed;
    }

    private static byte[] PlaceOf(ObjectKey owner, AccountId account)
    {
        Debug.Assert(!owner.IsNone && !account.IsNone, "A secret belongs to an object of an account");
        return Encoding.UTF8.GetBytes($"{owner.Kind}/{account}/{owner.Id}");
    }
}
