namespace IamCore.Signing;

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
