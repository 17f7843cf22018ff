using IamCore.Model;

namespace IamCore.Credentials.Mfa;

/// <summary>The result of verifying an assertion of a security key.</summary>
/// <param name="CredentialId">The credential id, as in <see cref="FidoCredential.CredentialId"/>.</param>
/// <param name="SignCounter">The signature counter; 0 for devices without a counter.</param>
public sealed record FidoAssertion(string CredentialId, uint SignCounter);
