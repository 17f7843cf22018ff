namespace IamCore;

/// <summary>An authorizer's answer. The default value denies.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Reason">The reason other than policies; <see cref="AccessReason.None"/> if the policies decided.</param>
/// <param name="Revision">The revision of the directory that the answer reflects; 0 if nothing was ever stored.</param>
public readonly record struct AccessResult(AccessDecision Decision, AccessReason Reason, long Revision)
{
    /// <summary>Whether the request is allowed.</summary>
    public bool IsAllowed => Decision.IsAllowed;

    /// <summary>Returns the decision and its cause as text for logs and debugging.</summary>
    /// <returns>For example <c>ExplicitDeny (ServiceControl)</c>.</returns>
    public override string ToString() => Reason != AccessReason.None ? $"{Decision.Decision} ({Reason})"
        : Decision.DeniedBy == PolicyTypes.None ? Decision.Decision.ToString()
        : $"{Decision.Decision} ({Decision.DeniedBy})";
}
