namespace IamCore.IdentityCenter;

/// <summary>Creates the errors of Identity Center, with its own codes (ST-138).</summary>
internal static class IdentityCenterErrors
{
    /// <summary>Maps an error to the code that Identity Center's API uses.</summary>
    public static IamException Map(IamException error)
    {
        var code = error.ErrorCode switch
        {
            IamErrorCode.NoSuchEntity or IamErrorCode.OrganizationNotFound => IamErrorCode.ResourceNotFoundException,
            IamErrorCode.EntityAlreadyExists or IamErrorCode.DeleteConflict or IamErrorCode.ConcurrentModification => IamErrorCode.ConflictException,
            IamErrorCode.ValidationError or IamErrorCode.InvalidInput or IamErrorCode.MalformedPolicyDocument or IamErrorCode.PolicyNotAttachable
                or IamErrorCode.PasswordPolicyViolation or IamErrorCode.InvalidAuthenticationCode => IamErrorCode.ValidationException,
            IamErrorCode.LimitExceeded => IamErrorCode.ServiceQuotaExceededException,
            IamErrorCode.AccessDenied => IamErrorCode.AccessDeniedException,
            IamErrorCode.Throttling => IamErrorCode.ThrottlingException,
            var other => other,
        };
        return code == error.ErrorCode ? error : new(code, error.Message, error.Details) { RequestId = error.RequestId };
    }

    public static IamException Missing(string noun, string rule) => new(IamErrorCode.ResourceNotFoundException, $"The {noun} does not exist.", rule);

    public static IamException Taken(string noun, string rule) => new(IamErrorCode.ConflictException, $"The {noun} is already in use.", rule);

    public static IamException InUse(string message, string rule) => new(IamErrorCode.ConflictException, message, rule);

    public static IamException Invalid(string message, string rule) => new(IamErrorCode.ValidationException, message, rule);

    public static IamException Denied(string message, string rule) => new(IamErrorCode.AccessDeniedException, message, rule);
}
