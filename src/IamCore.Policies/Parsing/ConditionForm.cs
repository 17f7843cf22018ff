using IamCore.Policies.Variables;

namespace IamCore.Policies.Parsing;

/// <summary>The written form of condition keys and values (PL-104, PL-133, PL-172).</summary>
internal static class ConditionForm
{
    /// <summary>Whether a colon stands in the key with something on both sides (PL-104).</summary>
    public static bool IsKey(ReadOnlySpan<char> key) => key.Length >= 3 && key[1..^1].Contains(':');

    /// <summary>Whether a value is at fault, and the first fault in the order of PL-204: variable where none may stand, its grammar, form.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="value">The text of the value (PL-103).</param>
    /// <param name="use">What <c>${</c> in this value is; <see cref="VariableUse.None"/> also where there is none.</param>
    /// <param name="code">The fault.</param>
    public static bool TryFindFault(ConditionOperator op, ReadOnlySpan<char> value, VariableUse use, out PolicyFaultCode code)
    {
        code = PolicyFaultCode.InvalidConditionValue;
        if (use == VariableUse.None)
        {
            return !op.Row.Form.IsValid(value);
        }

        if (op.TakesVariables)
        {
            // What it will be compared with is known only when it is evaluated (PL-133).
            return use == VariableUse.Variables && VariableText.TryFindFault(value, out code);
        }

        if (use == VariableUse.Variables)
        {
            code = PolicyFaultCode.InvalidVariableForOperator;
        }

        return true;
    }
}
