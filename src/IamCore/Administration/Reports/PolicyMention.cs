namespace IamCore.Administration.Reports;

/// <summary>A statement that names an object.</summary>
/// <param name="Owner">ARN of the identity or managed policy that holds the statement.</param>
/// <param name="Policy">The inline policy's name, the version's id, or <c>trust policy</c>.</param>
/// <param name="Statement">Index of the statement, from 0.</param>
/// <param name="Place">Where in the statement.</param>
/// <param name="Value">What is written there.</param>
/// <param name="IsWildcard">Whether it names the object as one of many rather than literally.</param>
public sealed record PolicyMention(string Owner, string Policy, int Statement, PolicyMentionPlace Place, string Value, bool IsWildcard);
