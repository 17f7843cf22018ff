namespace IamCore.Policies.Linting;

/// <summary>What a step of AWS's path form is (VA-013).</summary>
public enum PathElementKind : byte
{
    /// <summary>The value of a member.</summary>
    Key,

    /// <summary>An entry of a list.</summary>
    Index,

    /// <summary>The name of a member rather than its value.</summary>
    Value,

    /// <summary>A part of a string.</summary>
    Substring,
}
