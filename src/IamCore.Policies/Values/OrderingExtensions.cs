namespace IamCore.Policies.Values;

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
