using System.Security.Cryptography;
using System.Text;
using IamCore.Callers;
using IamCore.Configuration;
using IamCore.Credentials;
using IamCore.Credentials.Passwords;
using IamCore.Credentials.Secrets;
using IamCore.Credentials.Ssh;
using IamCore.Credentials.Throttling;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Sessions;

/// <summary>
/// Authenticates callers by service-specific credentials: user names with passwords, SSH keys and signing certificates (CR-067, CR-071,
/// CR-073).
/// Every failure gets the same answer after about the same time (CR-110). It is safe for concurrent use.
/// </summary>
public sealed class ServiceCredentialAuthenticator
{
    /// <summary>The service for SSH keys if none is specified (CR-067).</summary>
    public const string DefaultSshService = "codecommit.amazonaws.com";

    private static readonly TimeSpan ChallengeLife = TimeSpan.FromMinutes(5);

    private readonly IamDirectory _directory;
    private readonly CallerResolver _callers;
    private readonly Lazy<string> _dummyHash;
    private readonly Lazy<byte[]> _dummyKey;

    /// <summary>Creates an authenticator for a directory.</summary>
    public ServiceCredentialAuthenticator(IamDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        _directory = directory;
        _callers = new(directory.Store, directory.Options);
        _dummyHash = new(() => directory.Credentials.Options.PasswordHasher.Hash(AccessKeyMaterial.NewSecret(directory.Options.Random)));
        _dummyKey = new(MakeDummyKey);
    }

    private CredentialServices Services => _directory.Credentials;

    /// <summary>Authenticates a user by service user name and password, or by the alias and secret of an API key (CR-071).</summary>
    /// <param name="account">The account.</param>
    /// <param name="serviceName">The service that authenticates the user.</param>
    /// <param name="userName">The service user name, or the alias of the API key.</param>
    /// <param name="password">The password, or the secret of the API key.</param>
    /// <param name="source">Where the attempt comes from, for example an address, for rate limiting (CR-111).</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException">
    /// <c>AuthenticationFailed</c>: the credential is not valid. <c>Throttling</c>: there were too many failed attempts.
    /// </exception>
    public async ValueTask<ServiceCredentialCaller> AuthenticateServiceCredentialAsync(
        AccountId account, string serviceName, string userName, string password, string? source = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(password);
        var principal = new AttemptKey(AttemptKind.Principal, account, $"{serviceName}/{DirectoryKeys.Fold(userName)}");
        AttemptKey[] attempts = source is null ? [principal] : [principal, new(AttemptKind.Source, default, source)];
        foreach (var attempt in attempts)
        {
            if (await Services.Limiter.BeginAsync(attempt, cancellationToken).ConfigureAwait(false) > TimeSpan.Zero)
            {
                throw new IamException(IamErrorCode.Throttling, "Too many attempts. Please wait and try again.", "CR-111");
            }
        }

        var credential = await _directory.Store.FindAsync(
            ObjectLocator.ByUniqueKey(ServiceSpecificCredential.KeyOf(account, serviceName, userName)), cancellationToken).ConfigureAwait(false) as ServiceSpecificCredential;
        // Hashed even if there is no such user, so that response times do not reveal which names exist (CR-110).
        var match = Services.Options.PasswordHasher.Verify(password, credential?.PasswordHash ?? _dummyHash.Value);
        if (credential is null || match == PasswordMatch.None || credential.StatusAt(_directory.Options.TimeProvider.GetUtcNow()) != CredentialStatus.Active)
        {
            throw SignInFailure.Failed("CR-071");
        }

        var caller = await CallerOfAsync(credential, serviceName, cancellationToken).ConfigureAwait(false);
        foreach (var attempt in attempts)
        {
            await Services.Limiter.SucceededAsync(attempt, cancellationToken).ConfigureAwait(false);
        }

        return caller;
    }

    /// <summary>Returns a challenge to be signed with an SSH key. It is valid for one use within five minutes (CR-067).</summary>
    /// <param name="account">The account.</param>
    /// <param name="serviceName">The service that authenticates the user.</param>
    public string NewSshChallenge(AccountId account, string serviceName = DefaultSshService) =>
        SealedState.Seal(Services.Protector, SecretPurpose.Challenge, new()
        {
            Id = $"ssh-{_directory.Options.Random.Text(52, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}",
            Account = account.ToString(),
            ExpiresAt = (_directory.Options.TimeProvider.GetUtcNow() + ChallengeLife).ToUnixTimeMilliseconds(),
            Owner = serviceName,
        });

    /// <summary>
    /// Returns the data to sign in answer to a challenge: <c>iamcore-ssh</c>, service, account and challenge, each on a line of its own.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="serviceName">The service.</param>
    /// <param name="challenge">The challenge.</param>
    public static byte[] SshDataOf(AccountId account, string serviceName, string challenge) =>
        Encoding.UTF8.GetBytes($"iamcore-ssh\n{serviceName}\n{account}\n{challenge}");

    /// <summary>Authenticates the user whose SSH key signed a challenge (CR-067).</summary>
    /// <param name="account">The account.</param>
    /// <param name="key">The id of the key, or the key itself as a line of OpenSSH.</param>
    /// <param name="challenge">The challenge.</param>
    /// <param name="signature">
    /// The signature of <see cref="SshDataOf"/> in the format of RFC 4253, section 6.6, as produced by SSH agents.
    /// </param>
    /// <param name="serviceName">The service that authenticates the user.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException">
    /// <c>AuthenticationFailed</c>: the key or the signature is not valid, or the challenge has expired or been used.
    /// </exception>
    public async ValueTask<ServiceCredentialCaller> AuthenticateSshAsync(
        AccountId account, string key, string challenge, ReadOnlyMemory<byte> signature, string serviceName = DefaultSshService, CancellationToken cancellationToken = default)
    {
        var isFresh = SealedState.TryOpen(Services.Protector, SecretPurpose.Challenge, challenge, out var state)
            && state.Owner == serviceName && state.Account == account.ToString() && state.Id.StartsWith("ssh-", StringComparison.Ordinal)
            && _directory.Options.TimeProvider.GetUtcNow() < state.Expiration;
        var caller = await VerifyAsync(account, key, SshDataOf(account, serviceName, challenge), signature, serviceName, cancellationToken).ConfigureAwait(false);
        return caller is not null && isFresh
            && await SpentTokens.TrySpendAsync(_directory, account, state!.Id, state.Expiration, cancellationToken).ConfigureAwait(false)
            ? caller : throw SignInFailure.Failed("CR-067");
    }

    /// <summary>
    /// Authenticates the user whose SSH key signed the data of the SSH protocol itself, for hosts that implement it. The protocol's
    /// session identifier ensures freshness.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="key">The key as a line of OpenSSH.</param>
    /// <param name="signedData">The session identifier and authentication request (RFC 4252, section 7).</param>
    /// <param name="signature">The signature in the format of RFC 4253, section 6.6.</param>
    /// <param name="serviceName">The service that authenticates the user.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>: the key or the signature is not valid.</exception>
    public async ValueTask<ServiceCredentialCaller> AuthenticateSshSessionAsync(
        AccountId account,
        string key,
        ReadOnlyMemory<byte> signedData,
        ReadOnlyMemory<byte> signature,
        string serviceName = DefaultSshService,
        CancellationToken cancellationToken = default) =>
        await VerifyAsync(account, key, signedData, signature, serviceName, cancellationToken).ConfigureAwait(false) ?? throw SignInFailure.Failed("CR-067");

    /// <summary>
    /// Determines whether data was signed with an active signing certificate of the account: SHA-256 with RSA (PKCS #1) or ECDSA (DER)
    /// (CR-073).
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="certificateId">The id of the certificate.</param>
    /// <param name="data">The data.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns><see langword="true"/> if the signature is valid.</returns>
    public async ValueTask<bool> VerifyCertificateSignatureAsync(
        AccountId account, string certificateId, ReadOnlyMemory<byte> data, ReadOnlyMemory<byte> signature, CancellationToken cancellationToken = default)
    {
        var found = string.IsNullOrEmpty(certificateId) ? null
            : await _directory.Store.FindAsync(ObjectLocator.ByKey(ObjectKind.SigningCertificate, certificateId), cancellationToken).ConfigureAwait(false);
        if (found is not SigningCertificate { Status: CredentialStatus.Active } stored || stored.Account != account)
        {
            return false;
        }

        using var certificate = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(stored.Body);
        return Certificates.IsValidAt(certificate, _directory.Options.TimeProvider.GetUtcNow()) && Certificates.Verify(certificate, data.Span, signature.Span);
    }

    /// <summary>
    /// Returns null if the key is unknown, inactive or did not sign the data. An unknown key costs a verification as well (CR-067).
    /// </summary>
    private async ValueTask<ServiceCredentialCaller?> VerifyAsync(
        AccountId account, string key, ReadOnlyMemory<byte> data, ReadOnlyMemory<byte> signature, string serviceName, CancellationToken cancellationToken)
    {
        var found = await FindAsync(account, key, cancellationToken).ConfigureAwait(false);
        var isVerified = SshKeys.Verify(found is null ? _dummyKey.Value : SshKeys.BlobOf(found.Body), data.Span, signature.Span);
        return found is not null && isVerified ? await CallerOfAsync(found, serviceName, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Returns the active key with an id. For a key itself, returns it if exactly one user has it.</summary>
    private async ValueTask<SshPublicKey?> FindAsync(AccountId account, string key, CancellationToken cancellationToken)
    {
        if (AccessKeyMaterial.IsAcceptable(key))
        {
            var byId = await _directory.Store.FindAsync(ObjectLocator.ByKey(ObjectKind.SshPublicKey, key), cancellationToken).ConfigureAwait(false) as SshPublicKey;
            return byId is { Status: CredentialStatus.Active } && byId.Account == account ? byId : null;
        }

        if (!SshKeys.TryRead(key, acceptsEcdsa: true, out var blob))
        {
            return null;
        }

        var page = await _directory.Store.ListAsync(
            new() { Kind = ObjectKind.SshPublicKey, Scope = account.ToString(), PathPrefix = SshPublicKey.PathOf(SshKeys.HashOf(blob)) }, cancellationToken).ConfigureAwait(false);
        var active = ((IEnumerable<DirectoryObject>)page.Items).Cast<SshPublicKey>().Where(found => found.Status == CredentialStatus.Active).Take(2).ToArray();
        return active.Length == 1 ? active[0] : null;
    }

    /// <summary>Returns the user if its account is active and the service accepts such credentials.</summary>
    private async ValueTask<ServiceCredentialCaller> CallerOfAsync(Credential credential, string serviceName, CancellationToken cancellationToken)
    {
        var service = ((IEnumerable<CredentialService>)Services.Options.CredentialServices).FirstOrDefault(service => service.ServiceName == serviceName)
            ?? throw SignInFailure.Failed("CR-071");
        var caller = new ServiceCredentialCaller(credential, service);
        try
        {
            _ = await _callers.ResolveAsync(caller, cancellationToken).ConfigureAwait(false);
        }
        catch (IamException error) when (error.ErrorCode == IamErrorCode.InvalidClientTokenId)
        {
            throw SignInFailure.Failed("CR-071");
        }

        return caller;
    }

    private static byte[] MakeDummyKey()
    {
        using var rsa = RSA.Create(2048);
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        return new SshWriter().String(SshKeys.Rsa).Number(parameters.Exponent).Number(parameters.Modulus).ToArray();
    }
}
