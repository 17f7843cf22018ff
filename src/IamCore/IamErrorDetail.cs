namespace IamCore;

/// <summary>One of the problems that caused an operation to fail.</summary>
/// <param name="Rule">The rule that was violated, for example <c>ID-043</c>; for an error in a policy document, its code.</param>
/// <param name="Subject">The parameter, object or location concerned; may be empty.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
public sealed record IamErrorDetail(string Rule, string Subject, string Message);
