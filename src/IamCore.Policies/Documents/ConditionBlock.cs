namespace IamCore.Policies;

/// <summary>One operator of a <c>Condition</c> with its keys (PL-100).</summary>
/// <param name="Operator">The operator, in its canonical spelling.</param>
/// <param name="Keys">The keys in document order; all must hold; may be empty (PL-102).</param>
public sealed record ConditionBlock(ConditionOperator Operator, ValueList<ConditionEntry> Keys);

/// <summary>One condition key with the values it is compared with.</summary>
/// <param name="Key">The key as written; compared without regard to case (PL-105).</param>
/// <param name="Values">The text of each value, numbers as written and booleans as <c>true</c> or <c>false</c> (PL-103); may be empty (PL-126).</param>
public sealed record ConditionEntry(string Key, ValueList<string> Values);
