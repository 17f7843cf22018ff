namespace IamCore.Federation.WebIdentity;

/// <summary>Creates the errors for tokens that are not accepted. They never repeat the content of the token (ID-264).</summary>
internal static class TokenErrors
{
    public static IamException Invalid(string message, string rule = "ST-054") => new(IamErrorCode.InvalidIdentityToken, message, rule);

    public static IamException Expired(string message, string rule = "ST-054") => new(IamErrorCode.ExpiredTokenException, message, rule);

    public static IamException Unreachable() =>
        new(IamErrorCode.IDPCommunicationError, "Couldn't retrieve verification key from your identity provider.", "ST-054");
}
