using System.Diagnostics.CodeAnalysis;

namespace IamCore.Credentials.Secrets;

/// <summary>
/// Encrypts what must be readable again: access-key secrets and seeds at rest (CR-105), and tokens that carry their own content (ST-002).
/// What is sealed for one purpose or for other associated data does not open. Implementations are safe for any number of threads.
/// </summary>
public interface ISecretProtector
{
    /// <summary>Encrypts and authenticates.</summary>
    /// <param name="purpose">What for; part of what is authenticated.</param>
    /// <param name="associatedData">What it belongs to, for example the object; authenticated, not contained.</param>
    /// <param name="plaintext">What is to be kept secret.</param>
    byte[] Protect(SecretPurpose purpose, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext);

    /// <summary>Decrypts. False where one byte is altered, where purpose or associated data are others, or where the key is gone.</summary>
    /// <param name="purpose">What it was sealed for.</param>
    /// <param name="associatedData">What it was sealed with.</param>
    /// <param name="ciphertext">What <see cref="Protect"/> gave.</param>
    /// <param name="plaintext">The secret; the caller zeroes it after use (CR-107).</param>
    bool TryUnprotect(
        SecretPurpose purpose, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> ciphertext, [NotNullWhen(true)] out byte[]? plaintext);

    /// <summary>Whether something was sealed with another than the newest key, so that it should be sealed anew (CR-105).</summary>
    bool IsOutdated(ReadOnlySpan<byte> ciphertext);
}
