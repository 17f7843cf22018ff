using System.Security.Cryptography;
using IamCore.Credentials.Secrets;
using IamCore.Credentials.Throttling;
using IamCore.Stores;

namespace IamCore.Credentials;

/// <summary>What commands and sessions share: the credential options with their defaults for one directory.</summary>
internal sealed class CredentialServices
{
    public CredentialServices(CredentialOptions options, IDirectoryStore store, TimeProvider time)
    {
        Options = options;
        Protector = options.SecretProtector ?? EphemeralProtector(store, time);
        Vault = new SecretVault(Protector);
        Limiter = options.AttemptLimiter ?? new InMemoryAttemptLimiter(time);
    }

    public CredentialOptions Options { get; }

    public ISecretProtector Protector { get; }

    public SecretVault Vault { get; }

    public IAttemptLimiter Limiter { get; }

    /// <summary>Whether the sealing key is lost when the process ends (CR-106).</summary>
    public bool IsProtectorEphemeral => Options.SecretProtector is null;

    /// <summary>
    /// Throws for durable stores without a protector, since their secrets could not be opened after a restart (CR-106).
    /// </summary>
    private static AesGcmSecretProtector EphemeralProtector(IDirectoryStore store, TimeProvider time) =>
        store is InMemoryDirectoryStore
            ? new AesGcmSecretProtector([new SecretKey(1, RandomNumberGenerator.GetBytes(SecretKey.Length))], time)
            : throw new InvalidOperationException("A durable directory needs a secret protector: set CredentialOptions.SecretProtector");
}
