namespace IamCore;

/// <summary>Checks WebAuthn data for IamCore, which keeps the credentials but reads none of their formats (CR-058). The host knows relying-party
/// id and origins.</summary>
public interface IFidoVerifier
{
    /// <summary>Begins a registration: what the browser is asked, and what the second step needs to know of the first.</summary>
    ValueTask<FidoChallenge> BeginRegistrationAsync(string userHandle, string userName, IReadOnlyList<FidoCredential> existing, CancellationToken cancellationToken);

    /// <summary>Checks a registration; <see langword="null"/> where it is not good.</summary>
    ValueTask<FidoCredential?> CompleteRegistrationAsync(string state, string response, CancellationToken cancellationToken);

    /// <summary>Begins a sign-in with one of some credentials.</summary>
    ValueTask<FidoChallenge> BeginAssertionAsync(IReadOnlyList<FidoCredential> credentials, CancellationToken cancellationToken);

    /// <summary>Checks an assertion made with a credential; <see langword="null"/> where it is not good.</summary>
    ValueTask<FidoAssertion?> CompleteAssertionAsync(string state, string response, IReadOnlyList<FidoCredential> credentials, CancellationToken cancellationToken);
}

/// <summary>The first half of a registration or assertion.</summary>
/// <param name="Options">What the browser is given, JSON.</param>
/// <param name="State">What the verifier needs for the second half; the browser never sees it.</param>
public sealed record FidoChallenge(string Options, string State);

/// <summary>A good assertion.</summary>
/// <param name="CredentialId">The credential used.</param>
/// <param name="SignCounter">Its new counter.</param>
public sealed record FidoAssertion(string CredentialId, uint SignCounter);
