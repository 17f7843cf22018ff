namespace IamCore.Policies;

/// <summary>One condition key with the values it is compared with.</summary>
/// <param name="Key">The key as written; compared without regard to case (PL-105).</param>
/// <param name="Values">The text of each value, numbers as written and booleans as <c>true</c> or <c>false</c> (PL-103); may be empty (PL-126).</param>
public sealed record ConditionEntry(string Key, ValueList<string> Values);
