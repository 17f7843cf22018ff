using System.Security.Cryptography;
using System.Text;
using IamCore.Administration;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Credentials.Secrets;
using IamCore.Errors;
using IamCore.Model;
using IamCore.Signing;
using IamCore.Stores;

namespace IamCore.Sessions;

/// <summary>
/// Authenticates callers by their access keys: verifies signed requests, or keys presented within this process (CR-095). It is safe for
/// concurrent use.
/// </summary>
/// <example>
/// <code>
/// var authenticator = new CallerAuthenticator(directory);
/// try
/// {
///     Caller caller = await authenticator.AuthenticateAsync(verifier, request, cancellationToken);
/// }
/// catch (SignatureException error)
/// {
///     Console.WriteLine(error.Message);
/// }
/// </code>
/// </example>
public sealed class CallerAuthenticator
{
    private static readonly TimeSpan LastUsedStep = TimeSpan.FromMinutes(15);

    /// <summary>The secret used for keys that do not exist, so that response times do not reveal which keys exist (CR-097).</summary>
    private static readonly byte[] DummySecret = RandomNumberGenerator.GetBytes(40);

    private static readonly ObjectKey DummyKey = new(ObjectKind.AccessKey, "AKIA");

    private static readonly AccountId DummyAccount = AccountId.Parse("000000000000");

    private readonly IamDirectory _directory;
    private readonly CallerResolver _callers;
    private readonly Lazy<string> _dummy;

    /// <summary>Creates an authenticator for a directory.</summary>
    public CallerAuthenticator(IamDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        _directory = directory;
        _callers = new(directory.Store, directory.Options);
        _dummy = new(() => directory.Credentials.Vault.Seal(DummyKey, DummyAccount, DummySecret));
    }

    /// <summary>Authenticates the caller of a signed request.</summary>
    /// <param name="verifier">The verifier of the endpoint that received the request.</param>
    /// <param name="request">The request as received.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The caller: a <see cref="KeyCaller"/> or a <see cref="Session"/>.</returns>
    /// <exception cref="SignatureException">The request is not authenticated; the fault says why.</exception>
    public async ValueTask<Caller> AuthenticateAsync(SignatureVerifier verifier, SignableRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        if (!verifier.TryRead(in request, out var signature, out var fault))
        {
            throw new SignatureException(fault);
        }

        var (proof, reason) = await FindAsync(signature.AccessKeyId, signature.SessionToken, cancellationToken).ConfigureAwait(false);
        // Verified even if the key is unknown: the answer then takes as long as for a wrong signature (CR-097).
        var isVerified = verifier.TryVerify(in request, in signature, proof?.Secret ?? DummySecret, out fault);
        if (proof is null)
        {
            throw new SignatureException(reason!);
        }

        CryptographicOperations.ZeroMemory(proof.Secret);
        if (!isVerified)
        {
            throw new SignatureException(fault!);
        }

        var caller = await CompleteAsync(proof, verifier.Endpoint.Region, verifier.Endpoint.Service, cancellationToken).ConfigureAwait(false);
        // Only now, after the signature is verified: otherwise anyone could fill the cache or burn somebody's signature.
        if (_directory.Credentials.Options.ReplayCache is { } seen)
        {
            var until = signature.Time + (signature.Expires ?? verifier.Endpoint.AllowedSkew);
            if (!await seen.TryAddAsync($"{signature.AccessKeyId}/{signature.Value}", until, cancellationToken).ConfigureAwait(false))
            {
                throw new SignatureException(new(SignatureFaultCode.RequestReplayed, "The request was made before"));
            }
        }

        return caller;
    }

    /// <summary>Authenticates code in this process that holds an access key (CR-095).</summary>
    /// <param name="accessKeyId">The access key id.</param>
    /// <param name="secretAccessKey">The secret.</param>
    /// <param name="sessionToken">The session token of temporary credentials; <see langword="null"/> for a long-term key.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The caller: a <see cref="KeyCaller"/> or a <see cref="Session"/>.</returns>
    /// <exception cref="SignatureException">The key or secret is not valid.</exception>
    public async ValueTask<Caller> AuthenticateAccessKeyAsync(
        string accessKeyId, string secretAccessKey, string? sessionToken = null, CancellationToken cancellationToken = default)
    {
        var (proof, reason) = await FindAsync(accessKeyId, sessionToken, cancellationToken).ConfigureAwait(false);
        var isEqual = IsEqual(secretAccessKey, proof?.Secret ?? DummySecret);
        if (proof is null)
        {
            throw new SignatureException(reason!);
        }

        CryptographicOperations.ZeroMemory(proof.Secret);
        if (!isEqual)
        {
            throw new SignatureException(new(SignatureFaultCode.SignatureDoesNotMatch, "The secret access key does not match the access key id"));
        }

        return await CompleteAsync(proof, null, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the account of an access key, long-term or temporary, whatever its state (CR-036).</summary>
    /// <param name="accessKeyId">The access key id.</param>
    /// <param name="sessionToken">The session token, required for temporary keys because they are not stored (ST-002).</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException"><c>ValidationError</c>: there is no such key.</exception>
    public async ValueTask<AccountId> GetAccessKeyInfoAsync(string accessKeyId, string? sessionToken = null, CancellationToken cancellationToken = default)
    {
        if (sessionToken is not null && SealedState.TryOpen(_directory.Credentials.Protector, sessionToken, out var state) && state.AccessKeyId == accessKeyId)
        {
            return state.AccountId;
        }

        var found = AccessKeyMaterial.IsAcceptable(accessKeyId)
            ? await _directory.Store.FindAsync(ObjectLocator.ByKey(ObjectKind.AccessKey, accessKeyId), cancellationToken).ConfigureAwait(false) : null;
        return found is AccessKey key ? key.Account : throw IamErrors.Validation("The access key is unknown.", "CR-036");
    }

    private async ValueTask<(Proof? Proof, SignatureFault? Reason)> FindAsync(string keyId, string? token, CancellationToken cancellationToken)
    {
        if (keyId.StartsWith(AccessKeyMaterial.TemporaryPrefix, StringComparison.Ordinal))
        {
            return FindSession(keyId, token);
        }

        var found = await _directory.Store.FindAsync(ObjectLocator.ByKey(ObjectKind.AccessKey, keyId), cancellationToken).ConfigureAwait(false);
        if (found is not AccessKey { Status: CredentialStatus.Active } key)
        {
            CryptographicOperations.ZeroMemory(_directory.Credentials.Vault.Open(DummyKey, DummyAccount, _dummy.Value)); // Takes as long as for a known key (CR-097).
            return (null, Unknown());
        }

        return token is null ? (new(new KeyCaller(key.Account, key.Owner, key.Id), _directory.Credentials.Vault.Open(key.Key, key.Account, key.SealedSecret), key), null)
            : (null, InvalidToken());
    }

    private (Proof? Proof, SignatureFault? Reason) FindSession(string keyId, string? token)
    {
        if (token is null || !SealedState.TryOpen(_directory.Credentials.Protector, token, out var state) || state.AccessKeyId != keyId)
        {
            return (null, InvalidToken());
        }

        if (_directory.Options.TimeProvider.GetUtcNow() >= state.Expiration)
        {
            return (null, new(SignatureFaultCode.ExpiredToken, "The security token included in the request is expired"));
        }

        var isExportable = state.Kind != SessionKind.SignIn && !state.IsConsole || _directory.Credentials.Options.ExportSignInCredentials;
        return isExportable ? (new(new Session(state, isExported: true), Encoding.UTF8.GetBytes(state.Secret), null), null) : (null, InvalidToken());
    }

    /// <summary>Checks that the principal still exists and its account is active, and records the use (CR-035).</summary>
    private async ValueTask<Caller> CompleteAsync(Proof proof, string? region, string? service, CancellationToken cancellationToken)
    {
        try
        {
            await _callers.CheckAliveAsync(proof.Caller, cancellationToken).ConfigureAwait(false);
            var identified = await IdentifiedCaller.FindAsync(_directory.Store, proof.Caller, cancellationToken).ConfigureAwait(false);
            proof.Caller.Known = new(_directory.Store, CallerPrincipal.Of(identified, mayEnableFirstDevice: false)); // An exported session is never a first sign-in.
            if (identified.Principal.Kind == PrincipalKind.RootUser)
            {
                RootUse.Record(_directory, identified.Account, $"authenticate:{service ?? "key"}", null);
            }

            if (identified.Entity is { } entity && EmergencyUse.IsEmergency(entity))
            {
                EmergencyUse.Record(_directory, entity.Account, $"authenticate:{service ?? "key"}", null);
            }

            if (identified.Entity is IamRole role)
            {
                _directory.Options.LastAccessed?.NoteAuthentication(role.Key, identified.Principal.Text, region, _directory.Options.TimeProvider.GetUtcNow());
            }
        }
        catch (IamException error) when (error.ErrorCode is IamErrorCode.InvalidClientTokenId or IamErrorCode.ExpiredToken)
        {
            throw new SignatureException(error.ErrorCode == IamErrorCode.ExpiredToken
                ? new(SignatureFaultCode.ExpiredToken, error.Message) : Unknown());
        }

        if (proof.Key is { } key)
        {
            await NoteUseAsync(key, region, service, cancellationToken).ConfigureAwait(false);
        }

        return proof.Caller;
    }

    /// <summary>Records the use of a key, at most once in 15 minutes.</summary>
    private async ValueTask NoteUseAsync(AccessKey key, string? region, string? service, CancellationToken cancellationToken)
    {
        var now = _directory.Options.TimeProvider.GetUtcNow();
        if (key.LastUsedDate is { } last && now - last < LastUsedStep)
        {
            return;
        }

        var used = key with
        {
            LastUsedDate = now,
            LastUsedRegion = region,
            LastUsedService = service,
            SealedSecret = _directory.Credentials.Vault.Renew(key.Key, key.Account, key.SealedSecret),
        };
        // A failed commit is ignored: somebody else recorded the same use, or the key is gone.
        _ = await _directory.Store.CommitAsync(new() { Puts = [used] }, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsEqual(string given, byte[] secret)
    {
        var bytes = Encoding.UTF8.GetBytes(given);
        var isEqual = CryptographicOperations.FixedTimeEquals(bytes, secret);
        CryptographicOperations.ZeroMemory(bytes);
        return isEqual;
    }

    private static SignatureFault Unknown() => new(SignatureFaultCode.InvalidClientTokenId, "The security token included in the request is invalid.");

    private static SignatureFault InvalidToken() => new(SignatureFaultCode.InvalidClientTokenId, "The security token included in the request is invalid");

    private sealed record Proof(Caller Caller, byte[] Secret, AccessKey? Key)
    {
        public override string ToString() => Caller.ToString()!;
    }
}
