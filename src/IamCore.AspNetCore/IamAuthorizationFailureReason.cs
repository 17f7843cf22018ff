using Microsoft.AspNetCore.Authorization;

namespace IamCore.AspNetCore;

/// <summary>An explicit deny: why an authorization failed for good. For the host's code and log, not for the caller.</summary>
public sealed class IamAuthorizationFailureReason : AuthorizationFailureReason
{
    internal IamAuthorizationFailureReason(IAuthorizationHandler handler, in IamDenial denial)
        : base(handler, denial.ToString()) => Denial = denial;

    /// <summary>What was refused.</summary>
    public IamDenial Denial { get; }
}
