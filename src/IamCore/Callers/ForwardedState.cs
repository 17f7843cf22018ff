namespace IamCore.Callers;

/// <summary>What forwarding adds to a session (ST-123, ST-125, ST-127).</summary>
/// <param name="IssueTime">The time of forwarding for a long-term key, else the session's own.</param>
/// <param name="Expiration">The session's own end, at most 12 hours from the forwarding.</param>
/// <param name="CalledVia">The services so far that enter <c>aws:CalledVia</c>, in order; perhaps none.</param>
/// <param name="FromLongTermKey">Whether a long-term key was forwarded, which the next hop sees as a session without MFA.</param>
internal sealed record ForwardedState(DateTimeOffset IssueTime, DateTimeOffset Expiration, ValueList<string> CalledVia, bool FromLongTermKey);
