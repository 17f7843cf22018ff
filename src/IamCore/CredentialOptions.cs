using IamCore.Configuration;
using IamCore.Credentials.Mfa;
using IamCore.Credentials.Passwords;
using IamCore.Credentials.Secrets;
using IamCore.Credentials.Throttling;

namespace IamCore;

/// <summary>How credentials are kept and sessions are made.</summary>
public sealed record CredentialOptions
{
    /// <summary>What secrets and tokens are sealed with. Without one a directory in memory gets a key that lives as long as its process, and a
    /// durable one is refused (CR-106).</summary>
    public ISecretProtector? SecretProtector { get; init; }

    /// <summary>How passwords are hashed (CR-104).</summary>
    public IPasswordHasher PasswordHasher { get; init; } = new Pbkdf2PasswordHasher();

    /// <summary>What slows down guessing; <see langword="null"/> for counts in memory by the default limits (CR-111).</summary>
    public IAttemptLimiter? AttemptLimiter { get; init; }

    /// <summary>The name that authenticator apps show (CR-050).</summary>
    /// <value><c>IamCore</c></value>
    public string MfaIssuer { get; init; } = "IamCore";

    /// <summary>How long a sign-in lasts, 15 minutes to 12 hours (CR-027).</summary>
    /// <value>12 hours</value>
    public TimeSpan SignInDuration { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Whether the credentials of a sign-in can be taken out for signing, where they are under the restrictions of
    /// <c>GetSessionToken</c> (CR-027).</summary>
    public bool ExportSignInCredentials { get; init; }

    /// <summary>Whether role sessions carry the MFA time of the caller instead of none (ST-030).</summary>
    public bool PropagateMfaToRoleSessions { get; init; }

    /// <summary>What session policies and tags may be in packed form, in bytes (ST-020).</summary>
    /// <value>4096</value>
    public int PackedPolicyLimit { get; init; } = 4096;

    /// <summary>How long credentials of a workload last, 15 minutes to 12 hours (ST-109).</summary>
    /// <value>6 hours</value>
    public TimeSpan WorkloadDuration { get; init; } = TimeSpan.FromHours(6);

    /// <summary>The service that assumes roles for workloads (ST-109).</summary>
    /// <value><c>ec2.amazonaws.com</c></value>
    public string WorkloadService { get; init; } = "ec2.amazonaws.com";

    /// <summary>How long the old key of a rotation stays after it was made inactive (CR-037).</summary>
    /// <value>24 hours</value>
    public TimeSpan RotationGrace { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The services that users can have credentials of their own for (CR-068). A host adds its own to the built-in two.</summary>
    /// <value>Git over HTTPS and Keyspaces</value>
    public ValueList<CredentialService> CredentialServices { get; init; } = [new("codecommit.amazonaws.com"), new("cassandra.amazonaws.com")];

    /// <summary>Whether ECDSA public keys are accepted for SSH beside RSA (CR-065).</summary>
    public bool AcceptEcdsaSshKeys { get; init; }

    /// <summary>Checks security keys and passkeys; without one there are none (CR-058).</summary>
    public IFidoVerifier? FidoVerifier { get; init; }

    /// <summary>Asked before a server certificate is deleted: what still uses it, none where it can go (CR-075).</summary>
    public Func<string, CancellationToken, ValueTask<ValueList<string>>>? FindServerCertificateUsesAsync { get; init; }

    /// <summary>Remembers signatures, so that no signed request is taken twice; <see langword="null"/> to take them again within their window (CR-098).</summary>
    public IReplayCache? ReplayCache { get; init; }

    /// <summary>Lets somebody who lost all devices of a root user in again; <see langword="null"/> where only the host's own code can (CR-061).</summary>
    public IRootRecovery? RootRecovery { get; init; }

    /// <summary>Which actions make services do others in their caller's name, so that a refusal can name what it was needed for (ST-124).</summary>
    public ValueList<DependentAction> DependentActions { get; init; } = ValueList<DependentAction>.Empty;

    /// <summary>Whether the credential report writes <c>TRUE</c> and <c>FALSE</c> as documented rather than in lower case as the service does (CR-080).</summary>
    public bool DocumentedCase { get; init; }
}
