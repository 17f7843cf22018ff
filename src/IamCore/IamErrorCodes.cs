namespace IamCore;

/// <summary>Maps error codes to HTTP status codes.</summary>
internal static class IamErrorCodes
{
    public static int StatusOf(IamErrorCode code) => code switch
    {
        IamErrorCode.ServiceFailure => 500,
        IamErrorCode.NotSupportedService or IamErrorCode.NoSuchEntity or IamErrorCode.ReportInProgress => 404,
        IamErrorCode.EntityAlreadyExists or IamErrorCode.DeleteConflict or IamErrorCode.LimitExceeded or IamErrorCode.ConcurrentModification
            or IamErrorCode.EntityTemporarilyUnmodifiable or IamErrorCode.DuplicateCertificate => 409,
        IamErrorCode.ReportNotPresent or IamErrorCode.ReportExpired => 410,
        IamErrorCode.AuthenticationFailed or IamErrorCode.PasswordExpired => 401,
        IamErrorCode.InvalidAuthenticationCode or IamErrorCode.AccessDenied or IamErrorCode.MissingAuthenticationToken
            or IamErrorCode.InvalidClientTokenId or IamErrorCode.SignatureDoesNotMatch or IamErrorCode.RequestTimeTooSkewed
            or IamErrorCode.ExpiredToken or IamErrorCode.RequestReplayed or IamErrorCode.IDPRejectedClaim => 403,
        _ => 400,
    };
}
