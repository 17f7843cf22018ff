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

/// <summary>A question that was answered with no.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Result">The answer.</param>
public readonly record struct IamDenial(AccessQuestion Question, AccessResult Result)
{
    /// <summary>Who, what, to what and the answer.</summary>
    public override string ToString() => $"{Question}: {Result}";
}
