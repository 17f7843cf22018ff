namespace IamCore.AspNetCore.Explaining;

/// <summary>A what-if question.</summary>
/// <param name="Principal">An ARN, <c>*</c> for anonymous, or the token of a session.</param>
/// <param name="Action">The action.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Context">What is known of the request.</param>
internal sealed record ExplainQuestion(string Principal, string Action, string Resource, Dictionary<string, string[]>? Context = null);
