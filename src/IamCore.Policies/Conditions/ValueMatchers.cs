using System.Diagnostics;
using IamCore.Policies.Comparisons;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Conditions;

/// <summary>Makes the matcher of an operator and its values: the comparison's own, or one that replaces variables first (PL-130, PL-172).</summary>
internal static class ValueMatchers
{
    public static ValueMatcher Create(ConditionOperator @operator, ReadOnlySpan<string> values, bool usesVariables)
    {
        var row = @operator.Row;
        if (!usesVariables || !row.TakesVariables || !HasVariable(values))
        {
            return row.Matcher(values);
        }

        var plain = new List<string>();
        var templates = new List<Template>();
        foreach (var value in values)
        {
            if (VariableText.HasVariable(value))
            {
                templates.Add(Template.Compile(value));
            }
            else
            {
                plain.Add(value);
            }
        }

        return row.Matcher([.. plain]) is PatternMatcher matcher
            ? new TemplateMatcher(matcher, [.. templates])
            : throw new UnreachableException($"{row.Name} takes variables, but its matcher does not");
    }

    private static bool HasVariable(ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            if (VariableText.HasVariable(value))
            {
                return true;
            }
        }

        return false;
    }
}
