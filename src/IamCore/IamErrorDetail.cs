namespace IamCore;

/// <summary>One thing that is wrong.</summary>
/// <param name="Rule">The rule broken, for example <c>ID-043</c>; of a document's fault its code.</param>
/// <param name="Subject">The parameter, object or place concerned; may be empty.</param>
/// <param name="Message">One sentence.</param>
public sealed record IamErrorDetail(string Rule, string Subject, string Message);
