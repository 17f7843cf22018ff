namespace IamCore.Sessions;

/// <summary>Temporary credentials: all three parts are needed to sign (ST-001). The text form shows only the id.</summary>
/// <param name="AccessKeyId"><c>ASIA…</c>; unique only together with secret and token.</param>
/// <param name="SecretAccessKey">40 characters.</param>
/// <param name="SessionToken">Opaque text of no given length, at most 65,536 characters (ST-002).</param>
/// <param name="Expiration">When they end, UTC (ST-005).</param>
public sealed record SessionCredentials(string AccessKeyId, string SecretAccessKey, string SessionToken, DateTimeOffset Expiration)
{
    /// <summary>The access key id (CR-107).</summary>
    public override string ToString() => AccessKeyId;
}
