namespace IamCore.Callers;

/// <summary>Creates the errors of authentication and of sessions.</summary>
internal static class Denials
{
    public static IamException Expired() => new(IamErrorCode.ExpiredToken, "The security token included in the request is expired", "ST-005");

    public static IamException InvalidToken() =>
        new(IamErrorCode.InvalidClientTokenId, "The security token included in the request is invalid", "CR-095");

    /// <summary>Returns the error for a restriction of the session's kind, which no policy can lift (ST-008).</summary>
    public static IamException Restricted(string message, string rule) =>
        new(IamErrorCode.AccessDenied, message, [new(rule, "sessionRestriction", message)]);

    public static IamException Refused(string message, string rule) => new(IamErrorCode.AccessDenied, message, rule);

    /// <summary>
    /// Returns the error for a denied decision. The message says who, what, on which resource and, if the caller may know it, why
    /// (ID-244).
    /// </summary>
    public static IamException Decided(
        string callerArn, string action, string resource, AccessDecision decision, string rule, bool showsReason = true)
    {
        var message = $"User: {callerArn} is not authorized to perform: {action} on resource: {resource}";
        return new(IamErrorCode.AccessDenied, showsReason ? $"{message} {ReasonOf(decision, action)}" : message, rule);
    }

    private static string ReasonOf(AccessDecision decision, string action)
    {
        var noun = NounOf(decision.DeniedBy);
        return decision.Decision == Decision.ExplicitDeny
            ? $"with an explicit deny in {ArticleOf(noun)} {noun}"
            : $"because no {noun} allows the {action} action";
    }

    /// <summary>Returns the first policy type in the order of evaluation.</summary>
    private static string NounOf(PolicyTypes types) => types switch
    {
        _ when types.HasFlag(PolicyTypes.Identity) => "identity-based policy",
        _ when types.HasFlag(PolicyTypes.PermissionsBoundary) => "permissions boundary",
        _ when types.HasFlag(PolicyTypes.Session) => "session policy",
        _ when types.HasFlag(PolicyTypes.Resource) => "resource-based policy",
        _ when types.HasFlag(PolicyTypes.ServiceControl) => "service control policy",
        _ when types.HasFlag(PolicyTypes.ResourceControl) => "resource control policy",
        _ when types.HasFlag(PolicyTypes.VpcEndpoint) => "VPC endpoint policy",
        _ => "role trust policy",
    };

    private static string ArticleOf(string noun) => noun switch
    {
        "role trust policy" => "the",
        "identity-based policy" => "an",
        _ => "a",
    };
}
