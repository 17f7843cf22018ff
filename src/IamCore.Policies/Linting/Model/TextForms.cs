using IamCore.Policies.Variables;

namespace IamCore.Policies.Linting.Model;

/// <summary>What texts of a policy hold (VA-024).</summary>
internal static class TextForms
{
    /// <summary>Whether <c>*</c> or <c>?</c> occurs, outside variables where those have a meaning.</summary>
    public static bool IsWild(ReadOnlySpan<char> text, bool hasVariables) => IndexOfWildcard(text, hasVariables) >= 0;

    /// <summary>The first <c>*</c> or <c>?</c>, outside variables where those have a meaning; or -1.</summary>
    public static int IndexOfWildcard(ReadOnlySpan<char> text, bool hasVariables)
    {
        for (var at = 0; ;)
        {
            var found = text[at..].IndexOfAny('*', '?');
            if (found < 0)
            {
                return -1;
            }

            var variable = hasVariables ? text[at..].IndexOf(VariableText.Opening, StringComparison.Ordinal) : -1;
            if (variable < 0 || found < variable)
            {
                return at + found;
            }

            var end = text[(at + variable)..].IndexOf('}');
            if (end < 0)
            {
                return -1;
            }

            at += variable + end + 1;
        }
    }

    /// <summary>
    /// Finds the first well-formed variable that is not one of the literal characters of PL-176 (VA-025).
    /// </summary>
    public static bool TryFindVariable(ReadOnlySpan<char> text, out int start, out int length)
    {
        start = 0;
        length = 0;
        for (var at = 0; ;)
        {
            var found = text[at..].IndexOf(VariableText.Opening, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            start = at + found;
            var end = text[start..].IndexOf('}');
            if (end < 0)
            {
                return false;
            }

            length = end + 1;
            var variable = text.Slice(start, length);
            if (!VariableText.IsEscape(variable[2..^1]) && !VariableText.TryFindFault(variable, out _))
            {
                return true;
            }

            at = start + length;
        }
    }
}
