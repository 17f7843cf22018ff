namespace IamCore;

/// <summary>An authorizer's answer together with the reasons for it.</summary>
/// <param name="Result">The answer.</param>
/// <param name="Principal">The principal under its current name in the directory.</param>
/// <param name="Explanation">The evaluation of every policy, each with its origin; <see langword="null"/> if the principal is unknown,
/// since no policies apply then.</param>
public sealed record AccessExplanation(AccessResult Result, Principal Principal, Explanation? Explanation)
{
    /// <summary>Whether the request is allowed.</summary>
    public bool IsAllowed => Result.IsAllowed;
}
