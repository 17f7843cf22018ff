using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>A service-specific credential as lists show it (CR-070).</summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for root.</param>
/// <param name="ServiceSpecificCredentialId">The id, <c>ACCA…</c>.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="ServiceUserName">The user name for the service; <see langword="null"/> if the credential is an API key.</param>
/// <param name="ServiceCredentialAlias">
/// The name of the API key; <see langword="null"/> if the credential is a user name and password.
/// </param>
/// <param name="Status">Whether it can be used; an expired credential is <see cref="CredentialStatus.Expired"/> (CR-069).</param>
/// <param name="CreateDate">When it was created, in UTC.</param>
/// <param name="ExpirationDate">When it expires, in UTC; <see langword="null"/> if it never does.</param>
public sealed record ServiceSpecificCredentialDescription(
    string? UserName,
    string ServiceSpecificCredentialId,
    string ServiceName,
    string? ServiceUserName,
    string? ServiceCredentialAlias,
    CredentialStatus Status,
    DateTimeOffset CreateDate,
    DateTimeOffset? ExpirationDate);
