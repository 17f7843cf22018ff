namespace IamCore.Signing;

/// <summary>The error codes of failed request authentication (CR-088, CR-093 to CR-098).</summary>
public enum SignatureFaultCode : byte
{
    /// <summary>The signature does not match the request, or its scope or time is wrong.</summary>
    SignatureDoesNotMatch,

    /// <summary>The request contains no authentication; a host may treat its caller as anonymous.</summary>
    MissingAuthenticationToken,

    /// <summary>A part of the signature is missing, malformed or duplicated.</summary>
    IncompleteSignature,

    /// <summary>The declared hash does not match the body.</summary>
    XAmzContentSHA256Mismatch,

    /// <summary>The time of an S3-like request differs too much from the server's.</summary>
    RequestTimeTooSkewed,

    /// <summary>The presigned request has expired.</summary>
    AccessDenied,

    /// <summary>The access key or session token is unknown or inactive, or they do not belong together.</summary>
    InvalidClientTokenId,

    /// <summary>The session credentials have expired.</summary>
    ExpiredToken,

    /// <summary>The signature was already used.</summary>
    RequestReplayed,
}
