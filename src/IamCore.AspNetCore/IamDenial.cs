namespace IamCore.AspNetCore;

/// <summary>A question that was answered with no.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Result">The answer.</param>
public readonly record struct IamDenial(AccessQuestion Question, AccessResult Result)
{
    /// <summary>Who, what, to what and the answer.</summary>
    public override string ToString() => $"{Question}: {Result}";
}
