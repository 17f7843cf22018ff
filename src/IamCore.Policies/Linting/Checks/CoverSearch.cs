using IamCore.Policies.Linting.Patterns;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Linting.Checks;

/// <summary>
/// Finds the entries of a list that another entry covers. A pattern can only cover what starts with its own literal text, so patterns are
/// looked up by that text rather than tried one by one.
/// </summary>
/// <param name="texts">The entries in one letter case, such that only what starts alike can be covered.</param>
/// <param name="covers">Whether the first entry covers the second.</param>
/// <param name="budget">Bounds the search; what is not tried is not found.</param>
internal sealed class CoverSearch(string[] texts, Func<int, int, bool> covers, WorkBudget budget)
{
    private readonly Dictionary<string, int> _literals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _patterns = new(StringComparer.Ordinal);

    /// <summary>The covered entries in order; of two that cover one another the later.</summary>
    public List<int> FindRedundant()
    {
        var redundant = new List<int>();
        for (var i = 0; i < texts.Length; i++)
        {
            var length = LiteralLength(texts[i]);
            if (length < texts[i].Length)
            {
                ref var same = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_patterns, texts[i][..length], out _);
                (same ??= []).Add(i);
            }
            else
            {
                _literals.TryAdd(texts[i], i);
            }
        }

        var lengths = _patterns.Keys.Select(k => k.Length).Distinct().Order().ToArray();
        var bySpan = _patterns.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < texts.Length && !budget.IsSpent; i++)
        {
            if (IsRepeatedLiteral(i) || IsCovered(i, lengths, bySpan))
            {
                redundant.Add(i);
            }
        }

        return redundant;
    }

    private bool IsRepeatedLiteral(int entry) => _literals.TryGetValue(texts[entry], out var first) && first < entry;

    private bool IsCovered(int entry, int[] lengths, Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> patterns)
    {
        var literal = texts[entry].AsSpan(0, LiteralLength(texts[entry]));
        foreach (var length in lengths)
        {
            if (length > literal.Length || !budget.TryTake(length + 1L))
            {
                return false;
            }

            if (!patterns.TryGetValue(literal[..length], out var candidates))
            {
                continue;
            }

            foreach (var candidate in candidates)
            {
                if (candidate != entry && covers(candidate, entry) && (candidate < entry || !covers(entry, candidate)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Characters before the first wildcard or variable.</summary>
    private static int LiteralLength(string text)
    {
        var wildcard = text.AsSpan().IndexOfAny('*', '?');
        var variable = text.IndexOf(VariableText.Opening, StringComparison.Ordinal);
        var end = wildcard < 0 ? variable : variable < 0 ? wildcard : Math.Min(wildcard, variable);
        return end < 0 ? text.Length : end;
    }
}
