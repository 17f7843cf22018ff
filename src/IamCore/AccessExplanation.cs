namespace IamCore;

/// <summary>An authorizer's answer with its reasons.</summary>
/// <param name="Result">The answer.</param>
/// <param name="Principal">Who asked, as the directory names them now.</param>
/// <param name="Explanation">The walk through the policies, each with its origin; <see langword="null"/> where no policies were found to
/// walk through because the principal is not known.</param>
public sealed record AccessExplanation(AccessResult Result, Principal Principal, Explanation? Explanation)
{
    /// <summary>Whether the request may proceed.</summary>
    public bool IsAllowed => Result.IsAllowed;
}
