using IamCore.Model;

namespace IamCore.Authorization;

/// <summary>
/// The policies passed to a session; together they form one set of statements (EV-040). Empty lists still are a session policy, which
/// allows nothing.
/// </summary>
public sealed record PassedSessionPolicies
{
    /// <summary>Inline policies.</summary>
    public ValueList<PolicyText> Inline { get; init; } = ValueList<PolicyText>.Empty;

    /// <summary>
    /// Managed policies, by unique id. Their current documents apply (ST-004); a deleted policy allows nothing (ST-022).
    /// </summary>
    public ValueList<ObjectKey> Managed { get; init; } = ValueList<ObjectKey>.Empty;
}
