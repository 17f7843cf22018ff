namespace IamCore.Policies;

/// <summary>A decision and the policy types that blocked the request (EV-110). The default refuses.</summary>
/// <param name="Decision">The answer.</param>
/// <param name="DeniedBy">On an explicit deny the types with a matching deny (EV-111), on an implicit deny those that lacked an allow
/// (EV-112), on allow none.</param>
public readonly record struct AccessDecision(Decision Decision, PolicyTypes DeniedBy)
{
    /// <summary>Whether the request may proceed.</summary>
    public bool IsAllowed => Decision == Decision.Allow;
}
