namespace IamCore.AspNetCore.Explaining;

/// <summary>A statement as written, and what came of it.</summary>
/// <param name="Sid">Its Sid, or its index from 0.</param>
/// <param name="Effect">Allow or Deny.</param>
/// <param name="Role"><c>decided</c>: it made the decision; <c>near</c>: only conditions kept it from matching; <c>aside</c>.</param>
/// <param name="Summary">What came of it, for people.</param>
/// <param name="Text">The statement as JSON, indented.</param>
/// <param name="Conditions">Its conditions, where they were looked at.</param>
internal sealed record ExplainedStatement(
    string Sid, string Effect, string Role, string Summary, string Text, IReadOnlyList<ExplainedCondition> Conditions);
