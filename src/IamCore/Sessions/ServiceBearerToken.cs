namespace IamCore.Sessions;

/// <summary>A token by which a service knows a caller (ST-096). The text form shows only the id.</summary>
/// <param name="TokenId"><c>ABIA…</c></param>
/// <param name="Token">The token, a secret.</param>
/// <param name="Expiration">When it ends, UTC.</param>
public sealed record ServiceBearerToken(string TokenId, string Token, DateTimeOffset Expiration)
{
    /// <summary>The id (CR-107).</summary>
    public override string ToString() => TokenId;
}
