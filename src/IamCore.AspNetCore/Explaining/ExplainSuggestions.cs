namespace IamCore.AspNetCore.Explaining;

/// <summary>What can be filled in.</summary>
internal sealed record ExplainSuggestions(IReadOnlyList<string> Principals, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources);
