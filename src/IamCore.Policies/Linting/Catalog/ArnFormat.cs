using IamCore.Policies.Linting.Patterns;
using IamCore.Policies.Values;

namespace IamCore.Policies.Linting.Catalog;

/// <summary>An ARN format of a catalog: six fields in which a placeholder stands for one or more characters (VA-205).</summary>
internal sealed class ArnFormat
{
    private ArnFormat(GlobPattern[] fields, string[] texts)
    {
        Fields = fields;
        Texts = texts;
    }

    /// <summary>The fields as globs; none for the format <c>*</c>.</summary>
    public GlobPattern[] Fields { get; }

    /// <summary>The fields as written.</summary>
    public string[] Texts { get; }

    /// <summary>Reads a format; null where it is none.</summary>
    public static ArnFormat? TryParse(string text)
    {
        if (text == "*")
        {
            return new ArnFormat([], []);
        }

        Span<Range> ranges = stackalloc Range[ArnPattern.Fields];
        if (!text.StartsWith("arn:", StringComparison.Ordinal) || ArnPattern.Split(text, ranges, skipVariables: true) != ArnPattern.Fields)
        {
            return null;
        }

        var fields = new GlobPattern[ArnPattern.Fields];
        var texts = new string[ArnPattern.Fields];
        for (var i = 0; i < ArnPattern.Fields; i++)
        {
            texts[i] = text[ranges[i]];
            fields[i] = Field(texts[i]);
        }

        return new ArnFormat(fields, texts);
    }

    private static GlobPattern Field(string text)
    {
        var symbols = new List<int>();
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (rest is ['$', '{', ..] && rest.IndexOf('}') is > 0 and var end)
            {
                symbols.Add(PatternSymbols.AnyOne);
                symbols.Add(PatternSymbols.AnyRun);
                rest = rest[(end + 1)..];
                continue;
            }

            _ = System.Text.Rune.DecodeFromUtf16(rest, out var rune, out var used);
            symbols.Add(rune.Value == '*' ? PatternSymbols.AnyRun : rune.Value);
            rest = rest[used..];
        }

        return GlobPattern.Of(symbols.ToArray());
    }
}
