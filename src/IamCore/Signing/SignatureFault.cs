namespace IamCore.Signing;

/// <summary>Why a request is not authenticated by its signature.</summary>
/// <param name="Code">The error code of the API.</param>
/// <param name="Message">One sentence for the caller; holds neither secrets nor tokens.</param>
public sealed record SignatureFault(SignatureFaultCode Code, string Message)
{
    /// <summary>The canonical request that the verifier made; only with <see cref="SigningEndpoint.ExposeCanonicalRequest"/> (CR-100).</summary>
    public string? CanonicalRequest { get; init; }

    /// <summary>The string to sign that the verifier made; only with <see cref="SigningEndpoint.ExposeCanonicalRequest"/> (CR-100).</summary>
    public string? StringToSign { get; init; }

    /// <summary>The HTTP status of the code (ID-262).</summary>
    public int HttpStatusCode => Code is SignatureFaultCode.IncompleteSignature or SignatureFaultCode.XAmzContentSHA256Mismatch ? 400 : 403;

    /// <summary>The code and the message.</summary>
    public override string ToString() => $"{Code}: {Message}";
}
