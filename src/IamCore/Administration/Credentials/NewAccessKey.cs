using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>A new access key with its secret, which no other call returns (CR-004, CR-030). The text form hides the secret.</summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for root.</param>
/// <param name="AccessKeyId">The access key id, <c>AKIA…</c>.</param>
/// <param name="SecretAccessKey">The secret, 40 characters.</param>
/// <param name="Status">The status: active.</param>
/// <param name="CreateDate">When it was created, in UTC.</param>
public sealed record NewAccessKey(string? UserName, string AccessKeyId, string SecretAccessKey, CredentialStatus Status, DateTimeOffset CreateDate)
{
    /// <summary>Returns the access key id, never the secret (CR-039).</summary>
    public override string ToString() => AccessKeyId;
}
