namespace IamCore.Federation.Saml;

/// <summary>Why an assertion is not taken. What it said is not repeated (ID-264).</summary>
internal static class SamlRefusals
{
    public static IamException Invalid(string message, string rule = "ST-065") => new(IamErrorCode.InvalidIdentityToken, message, rule);

    public static IamException Expired(string message) => new(IamErrorCode.ExpiredTokenException, message, "ST-065");

    public static IamException Signature() => Invalid("Response signature invalid");

    public static IamException Malformed() => Invalid("The assertion is not a SAML 2.0 response in Base64.", "ST-064");
}
