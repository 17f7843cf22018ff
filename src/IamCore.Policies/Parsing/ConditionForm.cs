using IamCore.Policies.Values;
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
            return !HasForm(op.Family, value);
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

    /// <summary>What a value of the family looks like, for messages.</summary>
    public static string Describe(OperatorFamily family) => family switch
    {
        OperatorFamily.Numeric => "a decimal number such as 10, -0.5 or 1e3",
        OperatorFamily.Date => "a date such as 2026-01-31 or 2026-01-31T09:30:00Z, or seconds since 1970",
        OperatorFamily.Boolean or OperatorFamily.Presence => "true or false",
        OperatorFamily.Binary => "base64 with padding",
        OperatorFamily.Ip => "an IPv4 or IPv6 address or CIDR range",
        OperatorFamily.Arn => "* or an ARN pattern with six fields",
        _ => "a string",
    };

    private static bool HasForm(OperatorFamily family, ReadOnlySpan<char> value) => family switch
    {
        OperatorFamily.Numeric => DecimalNumber.IsValid(value),
        OperatorFamily.Date => Instant.TryParse(value, out _),
        OperatorFamily.Boolean or OperatorFamily.Presence => BooleanValue.TryParse(value, out _),
        OperatorFamily.Binary => BinaryValue.IsValid(value),
        OperatorFamily.Ip => IpRange.TryParse(value, out _),
        OperatorFamily.Arn => ArnPattern.IsValidConditionValue(value),
        _ => true,
    };
}
