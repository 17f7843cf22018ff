namespace IamCore.Configuration;

/// <summary>
/// An external identity provider that authenticates Identity Center users, for example through SAML assertions. The host provisions the
/// users with the usual
/// operations. Implementations must be safe for concurrent use.
/// </summary>
public interface IExternalIdentityProvider
{
    /// <summary>Verifies a proof of identity: its signature, audience and validity period, and that it was not used before.</summary>
    /// <param name="instanceArn">The ARN of the Identity Center instance.</param>
    /// <param name="proof">The proof, for example a SAML response.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The authenticated user; <see langword="null"/> if the proof is not valid.</returns>
    ValueTask<ExternalIdentity?> VerifyAsync(string instanceArn, string proof, CancellationToken cancellationToken);
}
