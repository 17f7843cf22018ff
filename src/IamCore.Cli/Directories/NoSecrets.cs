using System.Diagnostics.CodeAnalysis;
using IamCore.Credentials.Secrets;

namespace IamCore.Cli.Directories;

/// <summary>The tool holds no keys: it makes no credentials and opens none. What is stored stays sealed as it is.</summary>
internal sealed class NoSecrets : ISecretProtector
{
    public byte[] Protect(SecretPurpose purpose, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext) =>
        throw new InputException("The tool makes no credentials; the application does, which keeps their secrets");

    public bool TryUnprotect(SecretPurpose purpose, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> ciphertext, [NotNullWhen(true)] out byte[]? plaintext)
    {
        plaintext = null;
        return false;
    }

    public bool IsOutdated(ReadOnlySpan<byte> ciphertext) => false;
}
