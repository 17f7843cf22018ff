namespace IamCore;

/// <summary>The codes an operation fails with, as ID-262 lists them with their HTTP status.</summary>
public enum IamErrorCode : byte
{
#pragma warning disable CS1591 // ID-262 is the documentation of each
    ServiceFailure,
    ValidationError,
    InvalidInput,
    MalformedPolicyDocument,
    PasswordPolicyViolation,
    PolicyNotAttachable,
    UnmodifiableEntity,
    InvalidUserType,
    InvalidPublicKey,
    UnrecognizedPublicKeyEncoding,
    DuplicateSSHPublicKey,
    MalformedCertificate,
    InvalidCertificate,
    KeyPairMismatch,
    NotSupportedService,
    NoSuchEntity,
    EntityAlreadyExists,
    DeleteConflict,
    LimitExceeded,
    ConcurrentModification,
    EntityTemporarilyUnmodifiable,
    DuplicateCertificate,
    ReportNotPresent,
    ReportExpired,
    ReportInProgress,
    InvalidAuthenticationCode,
    AccessDenied,
    Throttling,
    AuthenticationFailed,
    PasswordExpired,
    IncompleteSignature,
    XAmzContentSHA256Mismatch,
    MissingAuthenticationToken,
    InvalidClientTokenId,
    SignatureDoesNotMatch,
    RequestTimeTooSkewed,
    ExpiredToken,
    RequestReplayed,
    AccountNotManagementOrDelegatedAdministrator,
    OrganizationNotFound,
    PackedPolicyTooLarge,
    InvalidAuthorizationMessageException,
    InvalidIdentityToken,
    ExpiredTokenException,
    IDPCommunicationError,
    IDPRejectedClaim,
    ResourceNotFoundException,
    ConflictException,
    ValidationException,
    ServiceQuotaExceededException,
    AccessDeniedException,
    ThrottlingException,
#pragma warning restore CS1591
}

/// <summary>The HTTP status of each code.</summary>
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
