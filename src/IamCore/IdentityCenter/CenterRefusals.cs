namespace IamCore.IdentityCenter;

/// <summary>The refusals of Identity Center, in its own codes (ST-138).</summary>
internal static class CenterRefusals
{
    /// <summary>A shared refusal as Identity Center's API words it.</summary>
    public static IamException Restated(IamException refusal)
    {
        var code = refusal.ErrorCode switch
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
        return code == refusal.ErrorCode ? refusal : new(code, refusal.Message, refusal.Details) { RequestId = refusal.RequestId };
    }

    public static IamException Missing(string noun, string rule) => new(IamErrorCode.ResourceNotFoundException, $"The {noun} does not exist.", rule);

    public static IamException Taken(string noun, string rule) => new(IamErrorCode.ConflictException, $"The {noun} is taken.", rule);

    public static IamException InUse(string message, string rule) => new(IamErrorCode.ConflictException, message, rule);

    public static IamException Invalid(string message, string rule) => new(IamErrorCode.ValidationException, message, rule);

    public static IamException Denied(string message, string rule) => new(IamErrorCode.AccessDeniedException, message, rule);
}
