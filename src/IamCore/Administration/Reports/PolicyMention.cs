namespace IamCore.Administration.Reports;

/// <summary>A statement that names an object.</summary>
/// <param name="Owner">The ARN of the identity or managed policy that contains the statement.</param>
/// <param name="Policy">The name of the inline policy, the id of the version, or <c>trust policy</c>.</param>
/// <param name="Statement">The index of the statement, counted from 0.</param>
/// <param name="Location">The element of the statement that names the object.</param>
/// <param name="Value">The value as written in the statement.</param>
/// <param name="IsWildcard">Whether the value covers the object through a wildcard or variable rather than naming it literally.</param>
public sealed record PolicyMention(string Owner, string Policy, int Statement, PolicyMentionLocation Location, string Value, bool IsWildcard);
