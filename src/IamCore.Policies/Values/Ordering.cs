namespace IamCore.Policies.Values;

/// <summary>Which outcomes of a comparison, <i>request value</i> to <i>policy value</i>, match (PL-131).</summary>
internal enum Ordering : byte
{
#pragma warning disable CS1591 // the names say it
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
#pragma warning restore CS1591
}
