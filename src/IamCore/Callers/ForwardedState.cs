namespace IamCore.Callers;

/// <summary>What forwarding adds to a session (ST-123, ST-125, ST-127).</summary>
/// <param name="IssueTime">The time of forwarding for a long-term key; otherwise the session's own.</param>
/// <param name="Expiration">The end of the session, at most 12 hours after the forwarding.</param>
/// <param name="CalledVia">The services so far that appear in <c>aws:CalledVia</c>, in order; possibly none.</param>
/// <param name="FromLongTermKey">Whether a long-term key was forwarded. The next service sees it as a session without MFA.</param>
internal sealed record ForwardedState(DateTimeOffset IssueTime, DateTimeOffset Expiration, ValueList<string> CalledVia, bool FromLongTermKey);
