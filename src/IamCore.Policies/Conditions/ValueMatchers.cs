using IamCore.Policies.Values;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Conditions;

/// <summary>Which matcher an operator takes: the one place that a new comparison is registered (PL-130).</summary>
internal static class ValueMatchers
{
    public static ValueMatcher Create(ConditionOperator @operator, ReadOnlySpan<string> values, bool usesVariables)
    {
        if (!usesVariables || !@operator.TakesVariables || !HasVariable(values))
        {
            return Create(@operator.Comparison, values);
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

        return new TemplateMatcher(@operator.Comparison, Create(@operator.Comparison, [.. plain]), [.. templates]);
    }

    private static ValueMatcher Create(Comparison comparison, ReadOnlySpan<string> values) => comparison switch
    {
        Comparison.StringEquals or Comparison.StringNotEquals => new TextMatcher(values, ignoreCase: false),
        Comparison.StringEqualsIgnoreCase or Comparison.StringNotEqualsIgnoreCase => new TextMatcher(values, ignoreCase: true),
        Comparison.StringLike or Comparison.StringNotLike => new LikeMatcher([.. values]),
        Comparison.NumericEquals or Comparison.NumericNotEquals => new NumericMatcher([.. values], Ordering.Equal),
        Comparison.NumericLessThan => new NumericMatcher([.. values], Ordering.Less),
        Comparison.NumericLessThanEquals => new NumericMatcher([.. values], Ordering.LessOrEqual),
        Comparison.NumericGreaterThan => new NumericMatcher([.. values], Ordering.Greater),
        Comparison.NumericGreaterThanEquals => new NumericMatcher([.. values], Ordering.GreaterOrEqual),
        Comparison.DateEquals or Comparison.DateNotEquals => new DateMatcher([.. values], Ordering.Equal),
        Comparison.DateLessThan => new DateMatcher([.. values], Ordering.Less),
        Comparison.DateLessThanEquals => new DateMatcher([.. values], Ordering.LessOrEqual),
        Comparison.DateGreaterThan => new DateMatcher([.. values], Ordering.Greater),
        Comparison.DateGreaterThanEquals => new DateMatcher([.. values], Ordering.GreaterOrEqual),
        Comparison.Bool or Comparison.Null => BooleanMatcher.Of(values),
        Comparison.BinaryEquals => new BinaryMatcher([.. values]),
        Comparison.IpAddress or Comparison.NotIpAddress => new IpMatcher([.. values]),
        _ => new ArnMatcher([.. values]),
    };

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
