namespace IamCore;

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

/// <summary>The codes of failed request authentication (CR-088, CR-093 to CR-098). The default is the wrong signature.</summary>
public enum SignatureFaultCode : byte
{
    /// <summary>The signature is not that of this request, or the scope or the time is another.</summary>
    SignatureDoesNotMatch,

    /// <summary>The request carries no authentication at all; a host may take its caller for anonymous.</summary>
    MissingAuthenticationToken,

    /// <summary>A part is missing, unreadable or there twice.</summary>
    IncompleteSignature,

    /// <summary>The declared hash is not that of the body.</summary>
    XAmzContentSHA256Mismatch,

    /// <summary>The clock of an S3-like request is too far off.</summary>
    RequestTimeTooSkewed,

    /// <summary>A presigned request is past its time.</summary>
    AccessDenied,

    /// <summary>Key or token are unknown, inactive, or do not belong together.</summary>
    InvalidClientTokenId,

    /// <summary>The session credentials are past their time.</summary>
    ExpiredToken,

    /// <summary>The same signature was used before.</summary>
    RequestReplayed,
}
