namespace IamCore.AspNetCore.Explaining;

/// <summary>What a session brings to its requests.</summary>
/// <param name="Kind">How it came about.</param>
/// <param name="Expiration">The first moment at which it is no longer good.</param>
/// <param name="Keys">Its context keys, each with its value.</param>
internal sealed record ExplainedSession(string Kind, DateTimeOffset Expiration, IReadOnlyList<string> Keys);
