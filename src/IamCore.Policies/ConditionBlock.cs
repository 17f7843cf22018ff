namespace IamCore.Policies;

/// <summary>One operator of a <c>Condition</c> with its keys (PL-100).</summary>
/// <param name="Operator">The operator, in its canonical spelling.</param>
/// <param name="Keys">The keys in document order; all must hold; may be empty (PL-102).</param>
public sealed record ConditionBlock(ConditionOperator Operator, ValueList<ConditionEntry> Keys);
