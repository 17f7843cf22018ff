namespace IamCore;

/// <summary>An authorizer's answer. The default refuses.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Reason">What decided beside the policies; <see cref="AccessReason.None"/> where they alone did.</param>
/// <param name="Revision">The revision of the directory that the answer is of; 0 where nothing was ever stored.</param>
public readonly record struct AccessResult(AccessDecision Decision, AccessReason Reason, long Revision)
{
    /// <summary>Whether the request may proceed.</summary>
    public bool IsAllowed => Decision.IsAllowed;

    /// <summary>For people: the decision and what it came from.</summary>
    public override string ToString() => Reason != AccessReason.None ? $"{Decision.Decision} ({Reason})"
        : Decision.DeniedBy == PolicyTypes.None ? Decision.Decision.ToString()
        : $"{Decision.Decision} ({Decision.DeniedBy})";
}
