using System.Diagnostics;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;
using IamCore.Policies.Parsing;
using IamCore.Policies.Values;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Values of conditions: lists, forms, and what they let through.</summary>
internal static class ConditionValueChecks
{
    public static void Check(LintRun run, ConditionView condition)
    {
        CheckList(run, condition);
        switch (condition.Operator.Family)
        {
            case OperatorFamily.Date:
                CheckDates(run, condition);
                break;
            case OperatorFamily.Numeric:
                CheckBounds(run, condition);
                break;
            case OperatorFamily.Ip:
                IpChecks.Check(run, condition);
                break;
            case OperatorFamily.String or OperatorFamily.Arn:
                CheckTexts(run, condition);
                break;
            case OperatorFamily.Boolean or OperatorFamily.Binary or OperatorFamily.Presence:
                break;
            default:
                throw new UnreachableException($"The family {condition.Operator.Family} has no check");
        }
    }

    /// <summary>Empty lists, mixed lists, and lists where one value is meant (VA-158, VA-159, VA-606 to VA-609).</summary>
    private static void CheckList(LintRun run, ConditionView condition)
    {
        var place = Place.Value(condition.Element.Member);
        if (condition.Element.IsEmptyList(run.Tree))
        {
            var rule = condition.Operator.Qualifier switch
            {
                SetQualifier.ForAllValues => Suggestions.EmptyArrayConditionForallvalues,
                SetQualifier.ForAnyValue => Suggestions.EmptyArrayConditionForanyvalue,
                _ => condition.Operator.IfExists ? Suggestions.EmptyArrayConditionIfexists : Suggestions.EmptyArrayCondition,
            };
            run.Report(rule, place, ("key", condition.Key));
            return;
        }

        var values = condition.Element.Values;
        if (values.Length < 2)
        {
            return;
        }

        if (values.Any(v => KindOf(run, v) != KindOf(run, values[0])))
        {
            run.Report(Errors.InvalidConditionDataType, place, ("key", condition.Key));
        }

        if (condition.Operator is { Qualifier: SetQualifier.None, Family: OperatorFamily.Boolean or OperatorFamily.Presence })
        {
            run.Report(Errors.InvalidConditionMultipleBoolean, place, ("operator", condition.OperatorName), ("key", condition.Key));
        }
    }

    private static SourceKind KindOf(LintRun run, TextNode value) =>
        run.Tree[value.Node].Kind is SourceKind.False ? SourceKind.True : run.Tree[value.Node].Kind;

    /// <summary>Seconds of the epoch where a date is meant (VA-408).</summary>
    private static void CheckDates(LintRun run, ConditionView condition)
    {
        if (condition.IsKey("aws:EpochTime"))
        {
            return;
        }

        foreach (var value in condition.Values)
        {
            var digits = value.Text.AsSpan().IndexOfAnyExceptInRange('0', '9');
            var isYear = (digits < 0 ? value.Text.Length : digits) == 4 && (digits < 0 || value.Text[4] != '.');
            if (!isYear && Instant.TryParse(value.Text, out _))
            {
                run.Report(Warnings.InvalidDateValue, Place.Value(value.Node), ("date", value.Text));
            }
        }
    }

    /// <summary>Several bounds of which one counts (VA-643).</summary>
    private static void CheckBounds(LintRun run, ConditionView condition)
    {
        var ordering = condition.Operator.Row.Ordering;
        var isLess = ordering is Ordering.Less or Ordering.LessOrEqual;
        if (ordering == Ordering.Equal)
        {
            return;
        }

        string? bound = null;
        var distinct = false;
        foreach (var value in condition.Values)
        {
            if (bound is null)
            {
                bound = value.Text;
                continue;
            }

            _ = DecimalNumber.TryParse(value.Text, out var a);
            _ = DecimalNumber.TryParse(bound, out var b);
            var order = DecimalNumber.Compare(a, value.Text, b, bound);
            distinct |= order != 0;
            bound = isLess ? (order > 0 ? value.Text : bound) : order < 0 ? value.Text : bound;
        }

        if (distinct)
        {
            run.Report(
                Suggestions.RedundantConditionValueNum, Place.Value(condition.Element.Member),
                ("operator", condition.OperatorName), ("bound", bound!), ("key", condition.Key));
        }
    }

    private static void CheckTexts(LintRun run, ConditionView condition)
    {
        var variables = run.Policy.UsesVariables;
        foreach (var value in condition.Values)
        {
            var place = Place.Value(value.Node);
            var wildcard = TextForms.IndexOfWildcard(value.Text, variables);
            if (wildcard >= 0 && !condition.TakesWildcards)
            {
                var like = condition.Operator.IsNegated ? Comparison.StringNotLike : Comparison.StringLike;
                run.Report(
                    Warnings.WildcardWithoutLikeOperator, Place.Substring(value.Node, wildcard, 1),
                    ("operator", condition.OperatorName), ("value", value.Text), ("like", like.ToString())); // VA-409
            }

            if (condition.TakesWildcards)
            {
                CheckOpenness(run, condition, value, wildcard);
            }

            var isOpen = wildcard >= 0 || (variables && VariableText.HasVariable(value.Text));
            FormatChecks.Check(run, condition, value, isOpen, place);
        }
    }

    /// <summary>Wildcards and variables that let too much through (VA-171, VA-172).</summary>
    private static void CheckOpenness(LintRun run, ConditionView condition, TextNode value, int wildcard)
    {
        if (wildcard >= 0 && IsTooOpen(condition, value.Text, wildcard, 1))
        {
            run.Report(
                Errors.WildcardUsageTooPermissive, Place.Substring(value.Node, wildcard, 1), ("key", condition.Key), ("value", value.Text));
        }

        if (run.Policy.UsesVariables && TextForms.TryFindVariable(value.Text, out var start, out var length)
            && IsTooOpen(condition, value.Text, start, length) && !IsAnotherIdentifier(run, value.Text, start, length))
        {
            run.Report(
                Errors.VariableUsageTooPermissive, Place.Substring(value.Node, start, length), ("key", condition.Key), ("value", value.Text));
        }
    }

    /// <summary>
    /// Whether the value is nothing but a variable of a sensitive key: the engine derives those, so that comparing with one, say the resource's account
    /// with the principal's, is as exact as any number written out (VA-901).
    /// </summary>
    private static bool IsAnotherIdentifier(LintRun run, string text, int start, int length) =>
        start == 0 && length == text.Length && run.Catalog.FindKey(text[2..^1])?.Key.IsSensitive == true;

    /// <param name="condition">The condition.</param>
    /// <param name="text">The value.</param>
    /// <param name="start">Where the first wildcard or variable starts.</param>
    /// <param name="length">Its length.</param>
    private static bool IsTooOpen(ConditionView condition, string text, int start, int length)
    {
        const int LiteralsForPaths = 6;
        if (condition.Entry?.Key.IsSensitive == true)
        {
            return true;
        }

        if (condition.IsKey("aws:userid"))
        {
            // The colon between role id and session name, not one inside a variable.
            var colon = ColonOutsideVariables(text);
            if (colon < 0)
            {
                return true;
            }

            return start < colon && !(start == 0 && length == colon);
        }

        var literals = start - (text.AsSpan(0, start).LastIndexOf('}') + 1);
        return condition.Key.EndsWith("OrgPaths", StringComparison.OrdinalIgnoreCase) && literals < LiteralsForPaths;
    }

    private static int ColonOutsideVariables(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ':')
            {
                return i;
            }

            if (text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{' && text.IndexOf('}', i) is > 0 and var end)
            {
                i = end;
            }
        }

        return -1;
    }
}
