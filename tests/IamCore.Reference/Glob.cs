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
    public static bool Matches(List<int> pattern, List<int> text)
    {
        HashSet<(int, int)>? failed = null;
        return Matches(pattern, 0, text, 0, ref failed);
    }

    /// <summary>The rest of the pattern from i on and the rest of the text from j on; <paramref name="failed"/> remembers where a star has been tried in vain.</summary>
    private static bool Matches(List<int> pattern, int i, List<int> text, int j, ref HashSet<(int, int)>? failed)
    {
        if (i == pattern.Count)
        {
            return j == text.Count;
        }

        if (pattern[i] != AnyRun)
        {
            return j < text.Count && (pattern[i] == AnyOne || pattern[i] == text[j]) && Matches(pattern, i + 1, text, j + 1, ref failed);
        }

        if (failed?.Contains((i, j)) == true)
        {
            return false;
        }

        var matches = Matches(pattern, i + 1, text, j, ref failed) || (j < text.Count && Matches(pattern, i, text, j + 1, ref failed));
        if (!matches)
        {
            (failed ??= []).Add((i, j));
        }

        return matches;
    }
}
