namespace IamCore.Policies;

/// <summary>How one condition key met the request.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Key">The key as written in the policy.</param>
/// <param name="RequestValue">What the request has, supplied or derived; absent where it has nothing.</param>
/// <param name="PolicyValues">The values of the policy as written.</param>
/// <param name="Holds">Whether the condition holds.</param>
public sealed record ConditionTrace(
    ConditionOperator Operator, string Key, ContextValue RequestValue, ValueList<string> PolicyValues, bool Holds);
