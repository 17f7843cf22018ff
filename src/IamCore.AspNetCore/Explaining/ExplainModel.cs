using System.Text.Json.Serialization;

namespace IamCore.AspNetCore.Explaining;

/// <summary>A what-if question.</summary>
/// <param name="Principal">An ARN, <c>*</c> for anonymous, or the token of a session.</param>
/// <param name="Action">The action.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Context">What is known of the request.</param>
internal sealed record ExplainQuestion(string Principal, string Action, string Resource, Dictionary<string, string[]>? Context = null);

/// <summary>An answer, ready to be shown.</summary>
internal sealed record ExplainAnswer(
    string Decision, bool IsAllowed, string Because, string Principal, long Revision, IReadOnlyList<string> Missing, IReadOnlyList<ExplainedPolicy> Policies)
{
    /// <summary>The session that was asked in; null where the principal was asked about by name alone.</summary>
    public ExplainedSession? Session { get; init; }
}

/// <summary>What a session brings to its requests.</summary>
/// <param name="Kind">How it came about.</param>
/// <param name="Expiration">The first moment at which it is no longer good.</param>
/// <param name="Keys">Its context keys, each with its value.</param>
internal sealed record ExplainedSession(string Kind, DateTimeOffset Expiration, IReadOnlyList<string> Keys);

/// <summary>A policy that bears on the question, statement by statement.</summary>
internal sealed record ExplainedPolicy(string Name, string Origin, IReadOnlyList<ExplainedStatement> Statements);

/// <summary>A statement as written, and what came of it.</summary>
/// <param name="Sid">Its Sid, or its index from 0.</param>
/// <param name="Effect">Allow or Deny.</param>
/// <param name="Role"><c>decided</c>: it made the decision; <c>near</c>: only conditions kept it from matching; <c>aside</c>.</param>
/// <param name="Summary">What came of it, for people.</param>
/// <param name="Text">The statement as JSON, indented.</param>
/// <param name="Conditions">Its conditions, where they were looked at.</param>
internal sealed record ExplainedStatement(
    string Sid, string Effect, string Role, string Summary, string Text, IReadOnlyList<ExplainedCondition> Conditions);

/// <summary>A condition and whether it holds.</summary>
internal sealed record ExplainedCondition(string Text, bool Holds);

/// <summary>What can be filled in.</summary>
internal sealed record ExplainSuggestions(IReadOnlyList<string> Principals, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources);

/// <summary>The JSON form, made at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ExplainQuestion))]
[JsonSerializable(typeof(ExplainAnswer))]
[JsonSerializable(typeof(ExplainSuggestions))]
internal sealed partial class ExplainJson : JsonSerializerContext;
