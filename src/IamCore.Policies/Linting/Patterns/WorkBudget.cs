namespace IamCore.Policies.Linting.Patterns;

/// <summary>
/// Bounds the work of one validation in elementary steps, not in time, so that the same input always gives the same findings (AN-005).
/// What runs out of it is left unproven.
/// </summary>
internal sealed class WorkBudget(long steps)
{
    private long _left = steps;

    /// <summary>Whether all steps are taken.</summary>
    public bool IsSpent => _left <= 0;

    /// <summary>Takes steps; false where too few are left.</summary>
    public bool TryTake(long steps)
    {
        _left -= steps;
        return _left > 0;
    }
}
