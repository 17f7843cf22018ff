using System.Diagnostics.CodeAnalysis;

namespace IamCore.Credentials.Secrets;

/// <summary>
/// Encrypts what must be readable again: access key secrets and MFA seeds at rest (CR-105), and self-contained tokens (ST-002). What was
/// sealed for one purpose
/// or with other associated data cannot be opened.
/// </summary>
/// <remarks>
/// Use <see cref="AesGcmSecretProtector"/>, or implement this interface on top of a key management service. Implementations must be safe
/// for concurrent use.
/// </remarks>
/// <example>
/// <code>
/// byte[] ciphertext = protector.Protect(SecretPurpose.Secret, "user/alice"u8, "secret"u8);
/// bool isOpened = protector.TryUnprotect(SecretPurpose.Secret, "user/alice"u8, ciphertext, out byte[]? plaintext);
/// </code>
/// </example>
public interface ISecretProtector
{
    /// <summary>Encrypts and authenticates.</summary>
    /// <param name="purpose">The purpose, which is authenticated.</param>
    /// <param name="associatedData">What the secret belongs to, for example the key of an object; authenticated but not contained in the
    /// result.</param>
    /// <param name="plaintext">The secret.</param>
    /// <returns>The ciphertext.</returns>
    byte[] Protect(SecretPurpose purpose, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext);

    /// <summary>Decrypts.</summary>
    /// <param name="purpose">The purpose passed to <see cref="Protect"/>.</param>
    /// <param name="associatedData">The associated data passed to <see cref="Protect"/>.</param>
    /// <param name="ciphertext">What <see cref="Protect"/> returned.</param>
    /// <param name="plaintext">The secret; zero it after use (CR-107).</param>
    /// <returns>
    /// Whether the secret could be opened; <see langword="false"/> if anything was altered, purpose or associated data differ, or the key
    /// no longer exists.
    /// </returns>
    bool TryUnprotect(
        SecretPurpose purpose, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> ciphertext, [NotNullWhen(true)] out byte[]? plaintext);

    /// <summary>Whether a ciphertext was sealed with another key than the current one and should be sealed again (CR-105).</summary>
    /// <param name="ciphertext">What <see cref="Protect"/> returned.</param>
    /// <returns>Whether the ciphertext is outdated.</returns>
    bool IsOutdated(ReadOnlySpan<byte> ciphertext);
}
