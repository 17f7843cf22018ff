using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using IamCore.Credentials.Secrets;
using Microsoft.AspNetCore.DataProtection;

namespace IamCore.AspNetCore;

/// <summary>
/// Seals secrets and tokens with the host's Data Protection keys (CR-106), which the host keeps, shares among its nodes and rotates. What was sealed with a
/// former key opens as long as that key is kept and not revoked: a key that is lost takes the access keys and devices sealed with it along. Each
/// purpose has a protector of its own; what something belongs to is authenticated with it (CR-105, ST-002).
/// </summary>
public sealed class DataProtectionSecretProtector : ISecretProtector
{
    private readonly IDataProtector[] _protectors;

    /// <summary>A protector over the host's keys.</summary>
    public DataProtectionSecretProtector(IDataProtectionProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        _protectors = [.. Enum.GetValues<SecretPurpose>().Select(purpose => provider.CreateProtector("IamCore", purpose.ToString()))];
    }

    /// <inheritdoc />
    public byte[] Protect(SecretPurpose purpose, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext)
    {
        var bound = new byte[SHA256.HashSizeInBytes + plaintext.Length];
        SHA256.HashData(associatedData, bound);
        plaintext.CopyTo(bound.AsSpan(SHA256.HashSizeInBytes));
        var ciphertext = Of(purpose).Protect(bound);
        CryptographicOperations.ZeroMemory(bound);
        return ciphertext;
    }

    /// <inheritdoc />
    public bool TryUnprotect(
        SecretPurpose purpose, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> ciphertext, [NotNullWhen(true)] out byte[]? plaintext)
    {
        plaintext = null;
        if (Open(Of(purpose), ciphertext, out _) is not { } bound)
        {
            return false;
        }

        if (bound.Length >= SHA256.HashSizeInBytes && CryptographicOperations.FixedTimeEquals(bound.AsSpan(0, SHA256.HashSizeInBytes), SHA256.HashData(associatedData)))
        {
            plaintext = bound[SHA256.HashSizeInBytes..];
        }

        CryptographicOperations.ZeroMemory(bound);
        return plaintext is not null;
    }

    /// <inheritdoc />
    public bool IsOutdated(ReadOnlySpan<byte> ciphertext)
    {
        var bound = Open(Of(SecretPurpose.Secret), ciphertext, out var isOutdated);
        CryptographicOperations.ZeroMemory(bound);
        return bound is null || isOutdated;
    }

    /// <summary>What was sealed; null where it was altered, sealed for something else, or its key is revoked or gone.</summary>
    private static byte[]? Open(IDataProtector protector, ReadOnlySpan<byte> ciphertext, out bool isOutdated)
    {
        isOutdated = false;
        try
        {
            return protector is IPersistedDataProtector persisted
                ? persisted.DangerousUnprotect(ciphertext.ToArray(), ignoreRevocationErrors: false, out isOutdated, out _)
                : protector.Unprotect(ciphertext.ToArray());
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Of(SecretPurpose purpose) => purpose == SecretPurpose.None || (int)purpose >= _protectors.Length
        ? throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "Nothing is sealed without a purpose") : _protectors[(int)purpose];
}
