using IamCore.Policies.Linting.Patterns;

namespace IamCore.Policies.Linting.Model;

/// <summary>Finds what may have been meant: the known name with the least distance (VA-017).</summary>
internal static class NameSuggestion
{
    private const int MaxDistance = 3;

    /// <summary>Names longer than this are not compared.</summary>
    private const int MaxLength = 128;

    /// <summary>The nearest known name, ties by ordinal; null where none is near or the budget ends.</summary>
    public static string? Find(string name, IEnumerable<string> known, WorkBudget budget)
    {
        if (name.Length > MaxLength)
        {
            return null;
        }

        string? best = null;
        var limit = Math.Min(MaxDistance, name.Length / 3);
        foreach (var candidate in known)
        {
            if (candidate.Length > MaxLength || Math.Abs(candidate.Length - name.Length) > limit)
            {
                continue;
            }

            if (!budget.TryTake((long)name.Length * candidate.Length))
            {
                return null;
            }

            var distance = Distance(name, candidate);
            if (distance < limit || (distance == limit && (best is null || string.CompareOrdinal(candidate, best) < 0)))
            {
                best = distance == 0 && candidate == name ? best : candidate;
                limit = distance;
            }
        }

        return best;
    }

    /// <summary>Damerau-Levenshtein distance without regard to case: insertions, deletions, changes, and swaps of neighbours.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> before = stackalloc int[MaxLength + 1];
        Span<int> last = stackalloc int[MaxLength + 1];
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = AreEqual(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && AreEqual(a[i - 1], b[j - 2]) && AreEqual(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[b.Length];
    }

    private static bool AreEqual(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
