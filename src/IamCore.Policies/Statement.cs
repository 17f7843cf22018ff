namespace IamCore.Policies;

/// <summary>One statement as written (PL-030). A member is <see langword="null"/> where it was not written.</summary>
public sealed record Statement
{
    internal Statement()
    {
    }

    /// <summary>The statement's identifier; may be empty, which counts as none (PL-033).</summary>
    public string? Sid { get; internal init; }

    /// <summary>What the statement does when it matches (PL-031).</summary>
    public Effect Effect { get; internal init; }

    /// <summary>Who the statement is about (PL-040).</summary>
    public PrincipalElement? Principal { get; internal init; }

    /// <summary>Who is exempt from the statement, with <see cref="Effect.Deny"/> only (PL-059).</summary>
    public PrincipalElement? NotPrincipal { get; internal init; }

    /// <summary>Entries <c>*</c> or <c>service:Name</c> with wildcards (PL-065).</summary>
    public ValueList<string>? Action { get; internal init; }

    /// <summary>The actions that the statement is not about.</summary>
    public ValueList<string>? NotAction { get; internal init; }

    /// <summary>Entries <c>*</c> or ARN patterns (PL-080).</summary>
    public ValueList<string>? Resource { get; internal init; }

    /// <summary>The resources that the statement is not about.</summary>
    public ValueList<string>? NotResource { get; internal init; }

    /// <summary>The operators in document order; all must hold (PL-101).</summary>
    public ValueList<ConditionBlock>? Condition { get; internal init; }
}
