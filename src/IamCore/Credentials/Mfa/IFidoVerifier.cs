using IamCore.Model;

namespace IamCore.Credentials.Mfa;

/// <summary>
/// Verifies security keys and passkeys (WebAuthn) on behalf of IamCore; implemented by the host with its relying party id and origins
/// (CR-058).
/// </summary>
/// <remarks>
/// IamCore creates the challenges, each valid once within five minutes, stores the credentials, and rejects signature counters that do
/// not increase.
/// Implementations must be stateless and safe for concurrent use.
/// </remarks>
public interface IFidoVerifier
{
    /// <summary>Creates the WebAuthn creation options, as JSON, with which a browser registers a device.</summary>
    /// <param name="user">The user.</param>
    /// <param name="challenge">The challenge: 32 bytes that the response must sign.</param>
    /// <param name="registered">The user's registered devices, so that none is registered twice.</param>
    string BeginRegistration(FidoUser user, ReadOnlySpan<byte> challenge, ValueList<FidoCredential> registered);

    /// <summary>Verifies a registration: challenge, origin, relying party and attestation.</summary>
    /// <returns>The credential to store; <see langword="null"/> if the registration is not valid.</returns>
    ValueTask<FidoCredential?> CompleteRegistrationAsync(ReadOnlyMemory<byte> challenge, string response, CancellationToken cancellationToken);

    /// <summary>Creates the WebAuthn request options, as JSON, with which a browser uses a device.</summary>
    /// <param name="challenge">The challenge: 32 bytes that the response must sign.</param>
    /// <param name="allowed">The accepted devices; at least one.</param>
    string BeginAssertion(ReadOnlySpan<byte> challenge, ValueList<FidoCredential> allowed);

    /// <summary>
    /// Verifies an assertion: challenge, origin, relying party, user presence, and the signature of one of the devices.
    /// </summary>
    /// <returns>The device and its counter; <see langword="null"/> if the assertion is not valid.</returns>
    ValueTask<FidoAssertion?> CompleteAssertionAsync(
        ReadOnlyMemory<byte> challenge, string response, ValueList<FidoCredential> allowed, CancellationToken cancellationToken);
}
