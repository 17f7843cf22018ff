namespace IamCore.Sessions;

/// <summary>Temporary credentials; all three parts are needed to sign requests (ST-001). The text form shows only the id.</summary>
/// <param name="AccessKeyId">The access key id, <c>ASIA…</c>. It is unique only together with the secret and token.</param>
/// <param name="SecretAccessKey">The secret, 40 characters.</param>
/// <param name="SessionToken">The session token: opaque text of up to 65,536 characters (ST-002).</param>
/// <param name="Expiration">When they expire, in UTC (ST-005).</param>
public sealed record SessionCredentials(string AccessKeyId, string SecretAccessKey, string SessionToken, DateTimeOffset Expiration)
{
    /// <summary>Returns the access key id, no secrets (CR-107).</summary>
    public override string ToString() => AccessKeyId;
}
