namespace IamCore.Policies.Conditions;

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

internal static class OrderingExtensions
{
    /// <summary>Whether a comparison that came out as negative, zero or positive matches.</summary>
    public static bool Accepts(this Ordering ordering, int comparison) => ordering switch
    {
        Ordering.Equal => comparison == 0,
        Ordering.Less => comparison < 0,
        Ordering.LessOrEqual => comparison <= 0,
        Ordering.Greater => comparison > 0,
        _ => comparison >= 0,
    };
}
