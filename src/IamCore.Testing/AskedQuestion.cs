namespace IamCore.Testing;

/// <summary>A question that a <see cref="FakeAuthorizer"/> was asked.</summary>
/// <param name="Question">The question.</param>
/// <param name="Result">The answer.</param>
/// <param name="Rule">The rule that gave it; <see langword="null"/> where none spoke of it.</param>
public sealed record AskedQuestion(AccessQuestion Question, AccessResult Result, string? Rule)
{
    /// <summary>Question, answer, and why.</summary>
    public override string ToString() =>
        $"{Question.Action} on {Question.Resource} by {Question.Principal}: {Result.Decision.Decision} ({Rule ?? "no rule speaks of it"})";
}
