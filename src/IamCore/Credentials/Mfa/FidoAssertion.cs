using IamCore.Model;

namespace IamCore.Credentials.Mfa;

/// <summary>What an assertion proved.</summary>
/// <param name="CredentialId">The device, as in <see cref="FidoCredential.CredentialId"/>.</param>
/// <param name="SignCounter">Its counter; 0 of devices that do not count.</param>
public sealed record FidoAssertion(string CredentialId, uint SignCounter);
