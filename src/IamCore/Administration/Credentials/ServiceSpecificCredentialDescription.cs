using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>What lists tell of a credential for one service (CR-070).</summary>
/// <param name="UserName">The user; <see langword="null"/> for root.</param>
/// <param name="ServiceSpecificCredentialId"><c>ACCA…</c></param>
/// <param name="ServiceName">The service.</param>
/// <param name="ServiceUserName">The user name at the service; <see langword="null"/> of an API key.</param>
/// <param name="ServiceCredentialAlias">The name of an API key; <see langword="null"/> of a user name and password.</param>
/// <param name="Status">Whether it can be used, its age counted (CR-069).</param>
/// <param name="CreateDate">When it was made, UTC.</param>
/// <param name="ExpirationDate">When it ends, UTC; <see langword="null"/> for never.</param>
public sealed record ServiceSpecificCredentialDescription(
    string? UserName,
    string ServiceSpecificCredentialId,
    string ServiceName,
    string? ServiceUserName,
    string? ServiceCredentialAlias,
    CredentialStatus Status,
    DateTimeOffset CreateDate,
    DateTimeOffset? ExpirationDate);
