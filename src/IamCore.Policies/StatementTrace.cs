namespace IamCore.Policies;

/// <summary>How one statement met the request. A part is <see langword="null"/> where the statement does not have it or it was not looked at.</summary>
public sealed record StatementTrace
{
    /// <summary>The statement.</summary>
    public required StatementReference Statement { get; init; }

    /// <summary>Whether the statement matched as a whole (PL-030).</summary>
    public required bool IsMatch { get; init; }

    /// <summary>Whether the principal part matched.</summary>
    public bool? Principal { get; init; }

    /// <summary>Whether the action part matched.</summary>
    public bool? Action { get; init; }

    /// <summary>Whether the resource part matched.</summary>
    public bool? Resource { get; init; }

    /// <summary>The conditions, in document order; empty where an earlier part already failed.</summary>
    public ValueList<ConditionTrace> Conditions { get; init; } = ValueList<ConditionTrace>.Empty;
}
