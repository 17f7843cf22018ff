namespace IamCore.AspNetCore.Explaining;

/// <summary>A policy that bears on the question, statement by statement.</summary>
internal sealed record ExplainedPolicy(string Name, string Origin, IReadOnlyList<ExplainedStatement> Statements);
