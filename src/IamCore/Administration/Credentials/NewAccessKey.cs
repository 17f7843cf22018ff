using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>A new access key with its secret, which no other call ever gives (CR-004, CR-030). The text form hides it.</summary>
/// <param name="UserName">The user; <see langword="null"/> for root.</param>
/// <param name="AccessKeyId"><c>AKIA…</c></param>
/// <param name="SecretAccessKey">40 characters.</param>
/// <param name="Status">Active.</param>
/// <param name="CreateDate">Now, UTC.</param>
public sealed record NewAccessKey(string? UserName, string AccessKeyId, string SecretAccessKey, CredentialStatus Status, DateTimeOffset CreateDate)
{
    /// <summary>The access key id (CR-039).</summary>
    public override string ToString() => AccessKeyId;
}
