namespace IamCore.Policies;

/// <summary>How an operator takes the values of a key (PL-120).</summary>
public enum SetQualifier : byte
{
    /// <summary>The key has one value.</summary>
    None,

    /// <summary>Every value of the key must pass.</summary>
    ForAllValues,

    /// <summary>At least one value of the key must pass.</summary>
    ForAnyValue,
}
