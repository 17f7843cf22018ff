namespace IamCore.Administration.Credentials;

/// <summary>A new credential for one service with its secret, which no other call ever gives (CR-004, CR-068). The text form hides it.</summary>
/// <param name="Credential">What lists tell of it.</param>
/// <param name="ServicePassword">The password, 44 characters; <see langword="null"/> of an API key.</param>
/// <param name="ServiceCredentialSecret">The API key, 44 characters; <see langword="null"/> of a user name and password.</param>
public sealed record NewServiceSpecificCredential(
    ServiceSpecificCredentialDescription Credential, string? ServicePassword, string? ServiceCredentialSecret)
{
    /// <summary>The credential's id (CR-107).</summary>
    public override string ToString() => Credential.ServiceSpecificCredentialId;
}
