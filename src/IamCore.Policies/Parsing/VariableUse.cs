namespace IamCore.Policies.Parsing;

/// <summary>What <c>${…}</c> means in a document (PL-021).</summary>
internal enum VariableUse : byte
{
    /// <summary>Its Version was not looked for yet.</summary>
    Unknown,

    /// <summary>Ordinary characters: the older Version.</summary>
    None,

    /// <summary>A policy variable.</summary>
    Variables,

    /// <summary>The Version is at fault, so nobody knows; variables are not checked (PL-205).</summary>
    Unchecked,
}
