using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>An access key as lists show it, without the secret (CR-034).</summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for root.</param>
/// <param name="AccessKeyId">The access key id, <c>AKIA…</c>.</param>
/// <param name="Status">Whether it can be used.</param>
/// <param name="CreateDate">When it was created, in UTC.</param>
public sealed record AccessKeyDescription(string? UserName, string AccessKeyId, CredentialStatus Status, DateTimeOffset CreateDate);
