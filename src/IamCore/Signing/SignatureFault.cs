namespace IamCore.Signing;

/// <summary>Why a request could not be authenticated by its signature.</summary>
/// <param name="Code">The error code of the API.</param>
/// <param name="Message">The message for the caller; contains neither secrets nor tokens.</param>
public sealed record SignatureFault(SignatureFaultCode Code, string Message)
{
    /// <summary>
    /// The canonical request computed by the verifier; only if <see cref="SigningEndpoint.ExposeCanonicalRequest"/> is set (CR-100).
    /// </summary>
    public string? CanonicalRequest { get; init; }

    /// <summary>
    /// The string to sign computed by the verifier; only if <see cref="SigningEndpoint.ExposeCanonicalRequest"/> is set (CR-100).
    /// </summary>
    public string? StringToSign { get; init; }

    /// <summary>The HTTP status code that corresponds to the error code (ID-262).</summary>
    public int HttpStatusCode => Code is SignatureFaultCode.IncompleteSignature or SignatureFaultCode.XAmzContentSHA256Mismatch ? 400 : 403;

    /// <summary>Returns the code and message.</summary>
    /// <returns>The code and message, separated by a colon.</returns>
    public override string ToString() => $"{Code}: {Message}";
}
