namespace IamCore.Reference;

/// <summary>Globs over Unicode scalar values (PL-077), by trying every assignment.</summary>
internal static class Glob
{
    /// <summary>Stands for <c>*</c> in a pattern.</summary>
    public const int AnyRun = -1;

    /// <summary>Stands for <c>?</c> in a pattern.</summary>
    public const int AnyOne = -2;

    /// <summary>The scalar values of a text.</summary>
    public static List<int> Scalars(string text)
    {
        var scalars = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            scalars.Add(rune.Value);
        }

        return scalars;
    }

    /// <summary>A text in which <c>*</c> and <c>?</c> are wildcards.</summary>
    public static List<int> Pattern(string text)
    {
        var pattern = Scalars(text);
        for (var i = 0; i < pattern.Count; i++)
        {
            pattern[i] = pattern[i] switch { '*' => AnyRun, '?' => AnyOne, _ => pattern[i] };
        }

        return pattern;
    }

    /// <summary>Whether the pattern covers the whole text.</summary>
    public static bool Matches(List<int> pattern, List<int> text) => Matches(pattern, 0, text, 0, []);

    private static bool Matches(List<int> pattern, int i, List<int> text, int j, HashSet<(int, int)> failed)
    {
        if (i == pattern.Count)
        {
            return j == text.Count;
        }

        if (pattern[i] != AnyRun)
        {
            return j < text.Count && (pattern[i] == AnyOne || pattern[i] == text[j]) && Matches(pattern, i + 1, text, j + 1, failed);
        }

        if (failed.Contains((i, j)))
        {
            return false;
        }

        var matches = Matches(pattern, i + 1, text, j, failed) || (j < text.Count && Matches(pattern, i, text, j + 1, failed));
        if (!matches)
        {
            failed.Add((i, j));
        }

        return matches;
    }
}
