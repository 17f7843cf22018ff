namespace IamCore.Policies;

/// <summary>How a limit counts (PL-190).</summary>
public enum SizeCounting : byte
{
    /// <summary>Characters other than white space.</summary>
    WithoutWhiteSpace,

    /// <summary>Every character.</summary>
    All,

    /// <summary>Bytes of UTF-8.</summary>
    Bytes,
}
