namespace IamCore.Reference;

/// <summary>The levels at which a principal element names the caller (PL-050).</summary>
[Flags]
internal enum Levels
{
    None = 0,
    Direct = 1,
    Limited = 2,
    Account = 4,
}
