using IamCore.Model;

namespace IamCore.Credentials.Mfa;

/// <summary>
/// Checks what security keys and passkeys say; the host's, with its relying-party id and origins (CR-058). IamCore makes the challenges, each
/// good for one use within five minutes, keeps the records, and refuses sign counters that do not increase. Implementations are safe for
/// any number of threads and keep nothing between calls.
/// </summary>
public interface IFidoVerifier
{
    /// <summary>What the browser is given to register a device: the creation options of WebAuthn as JSON.</summary>
    /// <param name="user">For whom.</param>
    /// <param name="challenge">32 bytes that the answer must sign.</param>
    /// <param name="registered">The devices the user has, so that none is registered twice.</param>
    string BeginRegistration(FidoUser user, ReadOnlySpan<byte> challenge, ValueList<FidoCredential> registered);

    /// <summary>Checks a registration: challenge, origin, relying party, attestation.</summary>
    /// <returns>The device; <see langword="null"/> where anything is wrong.</returns>
    ValueTask<FidoCredential?> CompleteRegistrationAsync(ReadOnlyMemory<byte> challenge, string response, CancellationToken cancellationToken);

    /// <summary>What the browser is given to show a device: the request options of WebAuthn as JSON.</summary>
    /// <param name="challenge">32 bytes that the answer must sign.</param>
    /// <param name="allowed">The devices of which any one will do; at least one.</param>
    string BeginAssertion(ReadOnlySpan<byte> challenge, ValueList<FidoCredential> allowed);

    /// <summary>Checks an assertion: challenge, origin, relying party, presence of the user, signature by one of the devices.</summary>
    /// <returns>Which device and its counter; <see langword="null"/> where anything is wrong.</returns>
    ValueTask<FidoAssertion?> CompleteAssertionAsync(
        ReadOnlyMemory<byte> challenge, string response, ValueList<FidoCredential> allowed, CancellationToken cancellationToken);
}
