using IamCore.Configuration;
using IamCore.Credentials.Mfa;
using IamCore.Credentials.Passwords;
using IamCore.Credentials.Secrets;
using IamCore.Credentials.Throttling;

namespace IamCore;

/// <summary>Settings for storing credentials and issuing sessions.</summary>
public sealed record CredentialOptions
{
    /// <summary>
    /// Seals secrets and tokens. If <see langword="null"/>, an in-memory directory uses a key that lives as long as the process; a
    /// durable store requires
    /// a protector (CR-106).
    /// </summary>
    public ISecretProtector? SecretProtector { get; init; }

    /// <summary>Hashes passwords (CR-104).</summary>
    /// <value>A <see cref="Pbkdf2PasswordHasher"/>.</value>
    public IPasswordHasher PasswordHasher { get; init; } = new Pbkdf2PasswordHasher();

    /// <summary>
    /// Limits attempts to guess secrets; <see langword="null"/> to count attempts in memory with the default limits (CR-111).
    /// </summary>
    public IAttemptLimiter? AttemptLimiter { get; init; }

    /// <summary>The issuer name shown by authenticator apps (CR-050).</summary>
    /// <value><c>IamCore</c></value>
    public string MfaIssuer { get; init; } = "IamCore";

    /// <summary>The lifetime of a sign-in session, from 15 minutes to 12 hours (CR-027).</summary>
    /// <value>12 hours</value>
    public TimeSpan SignInDuration { get; init; } = TimeSpan.FromHours(12);

    /// <summary>
    /// Whether the credentials of a sign-in session may be exported to sign requests. Exported credentials are restricted like those of
    /// <c>GetSessionToken</c> (CR-027).
    /// </summary>
    /// <value><see langword="false"/></value>
    public bool ExportSignInCredentials { get; init; }

    /// <summary>Whether role sessions carry the caller's MFA time instead of none (ST-030).</summary>
    /// <value><see langword="false"/></value>
    public bool PropagateMfaToRoleSessions { get; init; }

    /// <summary>The maximum packed size of session policies and tags, in bytes (ST-020).</summary>
    /// <value>4096</value>
    public int PackedPolicyLimit { get; init; } = 4096;

    /// <summary>The lifetime of workload credentials, from 15 minutes to 12 hours (ST-109).</summary>
    /// <value>6 hours</value>
    public TimeSpan WorkloadDuration { get; init; } = TimeSpan.FromHours(6);

    /// <summary>The service principal that assumes roles on behalf of workloads (ST-109).</summary>
    /// <value><c>ec2.amazonaws.com</c></value>
    public string WorkloadService { get; init; } = "ec2.amazonaws.com";

    /// <summary>How long a rotated access key is kept after it was deactivated (CR-037).</summary>
    /// <value>24 hours</value>
    public TimeSpan RotationGrace { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// The services for which users may have service-specific credentials (CR-068). Hosts may add their own to the built-in two.
    /// </summary>
    /// <value>CodeCommit (Git over HTTPS) and Keyspaces (Cassandra).</value>
    public ValueList<CredentialService> CredentialServices { get; init; } = [new("codecommit.amazonaws.com"), new("cassandra.amazonaws.com")];

    /// <summary>Whether ECDSA public keys are accepted for SSH in addition to RSA keys (CR-065).</summary>
    /// <value><see langword="false"/></value>
    public bool AcceptEcdsaSshKeys { get; init; }

    /// <summary>Verifies security keys and passkeys; <see langword="null"/> if they are not supported (CR-058).</summary>
    public IFidoVerifier? FidoVerifier { get; init; }

    /// <summary>
    /// Returns what still uses the server certificate with the given ARN; called before a certificate is deleted, which is refused unless
    /// the list
    /// is empty (CR-075).
    /// </summary>
    public Func<string, CancellationToken, ValueTask<ValueList<string>>>? FindServerCertificateUsesAsync { get; init; }

    /// <summary>
    /// Remembers signatures so that a signed request is accepted only once; <see langword="null"/> to accept repetitions within the
    /// signature's time window
    /// (CR-098).
    /// </summary>
    public IReplayCache? ReplayCache { get; init; }

    /// <summary>
    /// Recovers root users who lost all their MFA devices; <see langword="null"/> if only the host's own code can do so (CR-061).
    /// </summary>
    public IRootRecovery? RootRecovery { get; init; }

    /// <summary>
    /// Which actions cause a service to perform further actions on behalf of its caller, so that an access-denied error can name the
    /// original action (ST-124).
    /// </summary>
    public ValueList<DependentAction> DependentActions { get; init; } = ValueList<DependentAction>.Empty;

    /// <summary>
    /// Whether the credential report writes <c>TRUE</c> and <c>FALSE</c> as AWS documents them, instead of the lower case that the
    /// service actually uses (CR-080).
    /// </summary>
    /// <value><see langword="false"/></value>
    public bool DocumentedCase { get; init; }
}
