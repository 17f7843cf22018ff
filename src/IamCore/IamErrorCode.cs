namespace IamCore;

/// <summary>The error codes of operations; <see cref="IamException.HttpStatusCode"/> is the HTTP status of each (ID-262).</summary>
public enum IamErrorCode : byte
{
    /// <summary>The store failed. HTTP 500.</summary>
    ServiceFailure,

    /// <summary>A parameter is missing or violates its length, pattern or range. HTTP 400.</summary>
    ValidationError,

    /// <summary>A value is well-formed but not acceptable. HTTP 400.</summary>
    InvalidInput,

    /// <summary>The text is not a valid policy of the type required. HTTP 400.</summary>
    MalformedPolicyDocument,

    /// <summary>The password violates the account's password policy. HTTP 400.</summary>
    PasswordPolicyViolation,

    /// <summary>The policy cannot be attached to this kind of object. HTTP 400.</summary>
    PolicyNotAttachable,

    /// <summary>The role is protected, for example because a service owns it. HTTP 400.</summary>
    UnmodifiableEntity,

    /// <summary>Only an IAM user can change the password of an IAM user. HTTP 400.</summary>
    InvalidUserType,

    /// <summary>The SSH public key is invalid. HTTP 400.</summary>
    InvalidPublicKey,

    /// <summary>The encoding of the SSH public key is not recognized. HTTP 400.</summary>
    UnrecognizedPublicKeyEncoding,

    /// <summary>The user already has this SSH public key. HTTP 400.</summary>
    DuplicateSSHPublicKey,

    /// <summary>The certificate cannot be parsed. HTTP 400.</summary>
    MalformedCertificate,

    /// <summary>The certificate is not acceptable, for example because it has expired. HTTP 400.</summary>
    InvalidCertificate,

    /// <summary>The private key does not belong to the certificate. HTTP 400.</summary>
    KeyPairMismatch,

    /// <summary>The service does not support service-specific credentials. HTTP 404.</summary>
    NotSupportedService,

    /// <summary>The object named does not exist. HTTP 404.</summary>
    NoSuchEntity,

    /// <summary>An object of this name already exists. HTTP 409.</summary>
    EntityAlreadyExists,

    /// <summary>The object cannot be deleted while subordinate objects remain. HTTP 409.</summary>
    DeleteConflict,

    /// <summary>A quota would be exceeded. HTTP 409.</summary>
    LimitExceeded,

    /// <summary>The object was changed concurrently; try again. HTTP 409.</summary>
    ConcurrentModification,

    /// <summary>A running task, such as the deletion of a role, holds the object. HTTP 409.</summary>
    EntityTemporarilyUnmodifiable,

    /// <summary>The certificate already belongs to a user. HTTP 409.</summary>
    DuplicateCertificate,

    /// <summary>No credential report has been generated. HTTP 410.</summary>
    ReportNotPresent,

    /// <summary>The credential report has expired; generate a new one. HTTP 410.</summary>
    ReportExpired,

    /// <summary>The credential report is still being generated. HTTP 404.</summary>
    ReportInProgress,

    /// <summary>The MFA codes are wrong. HTTP 403.</summary>
    InvalidAuthenticationCode,

    /// <summary>The caller is not authorized to perform the operation. HTTP 403.</summary>
    AccessDenied,

    /// <summary>Too many attempts; try again later (CR-111). HTTP 400.</summary>
    Throttling,

    /// <summary>The sign-in failed; the reason is not disclosed to the caller (CR-024). HTTP 401.</summary>
    AuthenticationFailed,

    /// <summary>The password has expired and must be changed (CR-014). HTTP 401.</summary>
    PasswordExpired,

    /// <summary>The request's signature is malformed or lacks a part (CR-088). HTTP 400.</summary>
    IncompleteSignature,

    /// <summary>The declared hash of the content does not match the body (CR-095). HTTP 400.</summary>
    XAmzContentSHA256Mismatch,

    /// <summary>The request is not signed. HTTP 403.</summary>
    MissingAuthenticationToken,

    /// <summary>The access key or the session token is not valid. HTTP 403.</summary>
    InvalidClientTokenId,

    /// <summary>The signature does not match the request. HTTP 403.</summary>
    SignatureDoesNotMatch,

    /// <summary>The time of the request differs too much from the server's. HTTP 403.</summary>
    RequestTimeTooSkewed,

    /// <summary>The session has expired. HTTP 403.</summary>
    ExpiredToken,

    /// <summary>The signed request was already received once. HTTP 403.</summary>
    RequestReplayed,

    /// <summary>Only the management account or a delegated administrator may call this operation (ST-102). HTTP 400.</summary>
    AccountNotManagementOrDelegatedAdministrator,

    /// <summary>The account belongs to no organization (ST-102). HTTP 400.</summary>
    OrganizationNotFound,

    /// <summary>Session policies and tags exceed the maximum packed size (ST-020). HTTP 400.</summary>
    PackedPolicyTooLarge,

    /// <summary>The encoded authorization message cannot be decoded. HTTP 400.</summary>
    InvalidAuthorizationMessageException,

    /// <summary>The token or assertion of the identity provider is not valid. HTTP 400.</summary>
    InvalidIdentityToken,

    /// <summary>The token or assertion of the identity provider has expired. HTTP 400.</summary>
    ExpiredTokenException,

    /// <summary>The identity provider could not be reached. HTTP 400.</summary>
    IDPCommunicationError,

    /// <summary>The identity provider rejected the claim. HTTP 403.</summary>
    IDPRejectedClaim,

    /// <summary>Identity Center: the resource does not exist (ST-138). HTTP 400.</summary>
    ResourceNotFoundException,

    /// <summary>Identity Center: the request conflicts with the current state (ST-138). HTTP 400.</summary>
    ConflictException,

    /// <summary>Identity Center: a parameter is not valid (ST-138). HTTP 400.</summary>
    ValidationException,

    /// <summary>Identity Center: a quota would be exceeded (ST-138). HTTP 400.</summary>
    ServiceQuotaExceededException,

    /// <summary>Identity Center: the caller is not authorized (ST-138). HTTP 400.</summary>
    AccessDeniedException,

    /// <summary>Identity Center: too many attempts; try again later (ST-138). HTTP 400.</summary>
    ThrottlingException,
}
