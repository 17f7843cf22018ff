using IamCore.Policies.Linting;
using IamCore.Policies.Values;

namespace IamCore.Policies.Validation;

/// <summary>Drops suppressed findings and reports suppressions that drop nothing (VA-002).</summary>
internal static class Suppression
{
    public static ValueList<Finding> Apply(List<Finding> findings, ValidationOptions options, Func<string, Finding> unused)
    {
        if (options.Suppress.Count == 0)
        {
            return [.. findings];
        }

        var isUsed = new bool[options.Suppress.Count];
        var entries = options.Suppress.AsSpan().ToArray().Select(Entry.Parse).ToArray();
        var kept = new List<Finding>();
        foreach (var finding in findings)
        {
            var isSuppressed = false;
            for (var i = 0; i < entries.Length; i++)
            {
                if (entries[i].Covers(finding))
                {
                    isUsed[i] = true;
                    isSuppressed = true;
                }
            }

            if (!isSuppressed)
            {
                kept.Add(finding);
            }
        }

        kept.AddRange(options.Suppress.AsSpan().ToArray().Where((_, i) => !isUsed[i]).Distinct(StringComparer.Ordinal).Select(unused));
        kept.Sort(FindingOrder.Compare);
        return [.. kept];
    }

    private readonly record struct Entry(string Code, string? Path)
    {
        public static Entry Parse(string text)
        {
            var at = text.IndexOf('@', StringComparison.Ordinal);
            return at < 0 ? new Entry(text, null) : new Entry(text[..at], text[(at + 1)..]);
        }

        public bool Covers(Finding finding) => finding.Code == Code && (Path is null || Glob.IsMatch(Path, finding.Path));
    }
}
