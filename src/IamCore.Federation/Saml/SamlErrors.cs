namespace IamCore.Federation.Saml;

/// <summary>Creates the errors for assertions that are not accepted. They never repeat the content of the assertion (ID-264).</summary>
internal static class SamlErrors
{
    public static IamException Invalid(string message, string rule = "ST-065") => new(IamErrorCode.InvalidIdentityToken, message, rule);

    public static IamException Expired(string message) => new(IamErrorCode.ExpiredTokenException, message, "ST-065");

    public static IamException Signature() => Invalid("Response signature invalid");

    public static IamException Malformed() => Invalid("The assertion is not a Base64-encoded SAML 2.0 response.", "ST-064");
}
