namespace IamCore.Configuration;

/// <summary>
/// An identity provider whose word is taken for who somebody is, for example by SAML assertions. Users are provisioned by the host, through the same
/// operations as others. Implementations are safe for any number of threads.
/// </summary>
public interface IExternalIdentityProvider
{
    /// <summary>Checks a proof for its signature, its audience, its time and against replay.</summary>
    /// <returns>Who it proves; <see langword="null"/> where anything is wrong.</returns>
    ValueTask<ExternalIdentity?> VerifyAsync(string instanceArn, string proof, CancellationToken cancellationToken);
}
