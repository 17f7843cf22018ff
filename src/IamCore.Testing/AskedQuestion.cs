namespace IamCore.Testing;

/// <summary>A question that a <see cref="FakeAuthorizer"/> was asked.</summary>
/// <param name="Question">The question.</param>
/// <param name="Result">The answer.</param>
/// <param name="Rule">The rule that decided; <see langword="null"/> if no rule matched.</param>
public sealed record AskedQuestion(AccessQuestion Question, AccessResult Result, string? Rule)
{
    /// <summary>Returns the question, the answer and the rule as text.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() =>
        $"{Question.Action} on {Question.Resource} by {Question.Principal}: {Result.Decision.Decision} ({Rule ?? "no rule speaks of it"})";
}
