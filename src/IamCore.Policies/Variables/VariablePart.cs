namespace IamCore.Policies.Variables;

/// <summary>One part of a text with variables.</summary>
internal readonly ref struct VariablePart
{
    public required VariablePartKind Kind { get; init; }

    /// <summary>The literal text, the escaped character, or the name of the key.</summary>
    public required ReadOnlySpan<char> Text { get; init; }

    /// <summary>Whether a default was written, be it the empty one.</summary>
    public bool HasDefault { get; init; }

    /// <summary>The default: literal text (PL-177).</summary>
    public ReadOnlySpan<char> Default { get; init; }
}
