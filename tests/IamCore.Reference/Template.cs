namespace IamCore.Reference;

/// <summary>A policy string with its variables (PL-170).</summary>
internal static class Template
{
    /// <summary>A piece of a string: as written, where wildcards count; a fixed character; or a variable with a key.</summary>
    private sealed record Piece(string Text, bool IsLiteral = false, string? Key = null, string? Default = null);

    /// <summary>The keys that the variables of a string ask for.</summary>
    public static IEnumerable<string> Keys(string text) => Split(text).Where(p => p.Key is not null).Select(p => p.Key!);

    /// <summary>The string with variables replaced, as a pattern; null where a variable has no value (PL-179). A replacement is literal (PL-174).</summary>
    public static List<int>? Replace(string text, bool usesVariables, CompleteContext context)
    {
        if (!usesVariables)
        {
            return Glob.Pattern(text);
        }

        var pattern = new List<int>();
        foreach (var piece in Split(text))
        {
            if (piece.Key is not null)
            {
                var value = ValueOf(piece, context);
                if (value is null)
                {
                    return null;
                }

                pattern.AddRange(Glob.Scalars(value));
            }
            else
            {
                pattern.AddRange(piece.IsLiteral ? Glob.Scalars(piece.Text) : Glob.Pattern(piece.Text));
            }
        }

        return pattern;
    }

    /// <summary>The string with each variable taken as <c>*</c> (EV-114). <c>${*}</c>, <c>${?}</c> and <c>${$}</c> ask for nothing and stay characters.</summary>
    public static List<int> WithVariablesOpen(string text, bool usesVariables)
    {
        if (!usesVariables)
        {
            return Glob.Pattern(text);
        }

        var pattern = new List<int>();
        foreach (var piece in Split(text))
        {
            pattern.AddRange(piece switch
            {
                { Key: not null } => [Glob.AnyRun],
                { IsLiteral: true } => Glob.Scalars(piece.Text),
                _ => Glob.Pattern(piece.Text),
            });
        }

        return pattern;
    }

    /// <summary>Cuts a string at its first five colons; those inside <c>${…}</c> do not count where variables are used (PL-080).</summary>
    public static List<string> SplitArn(string text, bool usesVariables)
    {
        var fields = new List<string>();
        var start = 0;
        var i = 0;
        while (i < text.Length && fields.Count < 5)
        {
            if (usesVariables && text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{')
            {
                i = text.IndexOf('}', i);
            }
            else if (text[i] == ':')
            {
                fields.Add(text[start..i]);
                start = i + 1;
            }

            i++;
        }

        fields.Add(text[start..]);
        return fields;
    }

    /// <summary>PL-177, PL-178.</summary>
    private static string? ValueOf(Piece variable, CompleteContext context)
    {
        var value = context.Find(variable.Key!);
        if (value is null || value.Texts.Count == 0 || (!value.IsArray && value.Texts[0].Length == 0))
        {
            return variable.Default;
        }

        return value.IsArray ? null : value.Texts[0];
    }

    private static List<Piece> Split(string text)
    {
        var pieces = new List<Piece>();
        var i = 0;
        while (i < text.Length)
        {
            var open = text.IndexOf("${", i, StringComparison.Ordinal);
            if (open < 0)
            {
                open = text.Length;
            }

            if (open > i)
            {
                pieces.Add(new Piece(text[i..open]));
            }

            if (open == text.Length)
            {
                break;
            }

            var close = text.IndexOf('}', open);
            pieces.Add(Variable(text[(open + 2)..close]));
            i = close + 1;
        }

        return pieces;
    }

    /// <summary>What stands between the braces.</summary>
    private static Piece Variable(string inner)
    {
        if (inner is "*" or "?" or "$")
        {
            return new Piece(inner, IsLiteral: true);      // PL-176
        }

        var comma = inner.IndexOf(',', StringComparison.Ordinal);
        return comma < 0
            ? new Piece("", Key: inner)
            : new Piece("", Key: inner[..comma], Default: inner[(comma + 1)..].TrimStart(' ')[1..^1]);
    }
}
