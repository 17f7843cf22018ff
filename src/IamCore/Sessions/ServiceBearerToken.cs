namespace IamCore.Sessions;

/// <summary>A token with which a caller identifies itself to one service (ST-096). The text form shows only the id.</summary>
/// <param name="TokenId">The id, <c>ABIA…</c>.</param>
/// <param name="Token">The token, a secret.</param>
/// <param name="Expiration">When it expires, in UTC.</param>
public sealed record ServiceBearerToken(string TokenId, string Token, DateTimeOffset Expiration)
{
    /// <summary>Returns the id, never the token (CR-107).</summary>
    public override string ToString() => TokenId;
}
