using System.Buffers;

namespace IamCore.Policies.Parsing;

/// <summary>
/// Finds entries of a list that say nothing new: written twice, or covered by <c>*</c> or by a pattern with its only wildcard at the end.
/// Other inclusions are left to the validator. Costs n log n comparisons.
/// </summary>
internal static class RedundantEntries
{
    private const int ColonsBeforeResource = 5;

    private static readonly SearchValues<char> NotPlain = SearchValues.Create("*?$");

    /// <summary>Indexes of actions that others cover, ascending.</summary>
    public static IEnumerable<int> OfActions(ValueList<string> entries) =>
        Find(entries, StringComparison.OrdinalIgnoreCase, entry => ActionForm.IsEverything(entry), prefix => prefix.Contains(':', StringComparison.Ordinal));

    /// <summary>Indexes of resources that others cover, ascending.</summary>
    public static IEnumerable<int> OfResources(ValueList<string> entries) =>
        Find(entries, StringComparison.Ordinal, entry => entry is "*", prefix => prefix.Count(c => c == ':') >= ColonsBeforeResource);

    /// <summary>Indexes of values that stand there twice, ascending.</summary>
    public static IEnumerable<int> OfValues(ValueList<string> entries) => Find(entries, StringComparison.Ordinal, _ => false, _ => false);

    private static IEnumerable<int> Find(
        ValueList<string> entries, StringComparison comparison, Func<string, bool> isEverything, Func<string, bool> mayCover)
    {
        if (entries.Count < 2)
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.FromComparison(comparison));
        var coversAll = entries.Any(isEverything);
        var prefixes = Prefixes(entries, comparison, mayCover);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var isFirst = seen.Add(entry);
            if (!isFirst || (coversAll && !isEverything(entry)) || IsCovered(entry, prefixes, comparison))
            {
                yield return i;
            }
        }
    }

    /// <summary>What stands before the star of patterns that end with their only wildcard; sorted, none the start of another.</summary>
    private static List<string> Prefixes(ValueList<string> entries, StringComparison comparison, Func<string, bool> mayCover)
    {
        var all = entries.Where(e => e.EndsWith('*')).Select(e => e[..^1]).Where(p => !p.AsSpan().ContainsAny(NotPlain) && mayCover(p)).ToList();
        all.Sort(StringComparer.FromComparison(comparison));
        var shortest = new List<string>();
        foreach (var prefix in all)
        {
            if (shortest.Count == 0 || !prefix.StartsWith(shortest[^1], comparison))
            {
                shortest.Add(prefix);
            }
        }

        return shortest;
    }

    private static bool IsCovered(string entry, List<string> prefixes, StringComparison comparison)
    {
        // All that lies between a prefix and a text that starts with it starts with it too, so only the nearest one below can cover.
        var at = prefixes.BinarySearch(entry, StringComparer.FromComparison(comparison));
        var nearest = at >= 0 ? at : ~at - 1;
        return nearest >= 0 && entry.StartsWith(prefixes[nearest], comparison)
            && !(entry.Length == prefixes[nearest].Length + 1 && entry.EndsWith('*'));
    }
}
