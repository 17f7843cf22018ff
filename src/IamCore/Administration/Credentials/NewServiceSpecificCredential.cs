namespace IamCore.Administration.Credentials;

/// <summary>
/// A new service-specific credential with its secret, which no other call returns (CR-004, CR-068). The text form hides the secret.
/// </summary>
/// <param name="Credential">The credential as lists show it.</param>
/// <param name="ServicePassword">The password, 44 characters; <see langword="null"/> if the credential is an API key.</param>
/// <param name="ServiceCredentialSecret">
/// The API key, 44 characters; <see langword="null"/> if the credential is a user name and password.
/// </param>
public sealed record NewServiceSpecificCredential(
    ServiceSpecificCredentialDescription Credential, string? ServicePassword, string? ServiceCredentialSecret)
{
    /// <summary>Returns the id of the credential, never the secret (CR-107).</summary>
    public override string ToString() => Credential.ServiceSpecificCredentialId;
}
