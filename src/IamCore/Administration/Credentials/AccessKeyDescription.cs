using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>What lists tell of an access key (CR-034).</summary>
/// <param name="UserName">The user; <see langword="null"/> for root.</param>
/// <param name="AccessKeyId"><c>AKIA…</c></param>
/// <param name="Status">Whether it can be used.</param>
/// <param name="CreateDate">When it was made, UTC.</param>
public sealed record AccessKeyDescription(string? UserName, string AccessKeyId, CredentialStatus Status, DateTimeOffset CreateDate);
