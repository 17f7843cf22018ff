using IamCore.Model;

namespace IamCore.Authorization;

/// <summary>The session policies of one session; together one set of statements (EV-040). Empty lists are still a session policy that allows nothing.</summary>
public sealed record PassedSessionPolicies
{
    /// <summary>Documents passed as text.</summary>
    public ValueList<PolicyText> Inline { get; init; } = ValueList<PolicyText>.Empty;

    /// <summary>Managed policies passed, by unique id: their documents are those of now (ST-004); one that was deleted allows nothing (ST-022).</summary>
    public ValueList<ObjectKey> Managed { get; init; } = ValueList<ObjectKey>.Empty;
}
