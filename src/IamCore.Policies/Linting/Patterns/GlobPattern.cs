using IamCore.Policies.Variables;

namespace IamCore.Policies.Linting.Patterns;

/// <summary>
/// A glob (PL-077) as a sequence of symbols, normalised: of adjacent wildcards the single ones come first and the run is one (AN-030), so
/// that equal sequences are what most equal languages have.
/// </summary>
internal sealed class GlobPattern
{
    private readonly int[] _symbols;

    private GlobPattern(int[] symbols)
    {
        _symbols = symbols;
        foreach (var symbol in symbols)
        {
            HasAnyOne |= symbol == PatternSymbols.AnyOne;
            HasAnyRun |= symbol == PatternSymbols.AnyRun;
            HasVariable |= PatternSymbols.IsVariable(symbol);
        }
    }

    /// <summary>The pattern <c>*</c>.</summary>
    public static GlobPattern Everything { get; } = new([PatternSymbols.AnyRun]);

    public ReadOnlySpan<int> Symbols => _symbols;

    /// <summary>Whether <c>?</c> occurs.</summary>
    public bool HasAnyOne { get; }

    /// <summary>Whether <c>*</c> occurs.</summary>
    public bool HasAnyRun { get; }

    /// <summary>Whether a variable occurs.</summary>
    public bool HasVariable { get; }

    /// <summary>Whether this is one text only.</summary>
    public bool IsLiteral => !HasAnyOne && !HasAnyRun && !HasVariable;

    /// <summary>Whether this matches every text.</summary>
    public bool IsEverything => _symbols is [PatternSymbols.AnyRun];

    /// <summary>Number of symbols before the first wildcard or variable.</summary>
    public int LiteralPrefixLength
    {
        get
        {
            var length = 0;
            while (length < _symbols.Length && _symbols[length] >= 0)
            {
                length++;
            }

            return length;
        }
    }

    /// <summary>Reads a glob.</summary>
    /// <param name="text">The text; under <paramref name="variables"/> without faults of variable grammar.</param>
    /// <param name="ignoreCase">Whether ASCII letters are folded (actions, PL-067).</param>
    /// <param name="variables">The letters of variables; null where <c>${…}</c> is ordinary text (PL-021).</param>
    public static GlobPattern Parse(ReadOnlySpan<char> text, bool ignoreCase = false, PatternSymbols? variables = null)
    {
        var symbols = new Writer(text.Length);
        if (variables is null || !VariableText.HasVariable(text))
        {
            symbols.Glob(text, ignoreCase);
        }
        else
        {
            foreach (var part in VariableText.Parts(text))
            {
                switch (part.Kind)
                {
                    case VariablePartKind.Literal:
                        symbols.Glob(part.Text, ignoreCase);
                        break;
                    case VariablePartKind.Escape:
                        symbols.Add(part.Text[0]);
                        break;
                    default:
                        symbols.Add(variables.Variable(part.Text, part.HasDefault, part.Default));
                        break;
                }
            }
        }

        return new GlobPattern(symbols.ToArray());
    }

    /// <summary>A pattern of given symbols.</summary>
    public static GlobPattern Of(ReadOnlySpan<int> symbols)
    {
        var writer = new Writer(symbols.Length);
        foreach (var symbol in symbols)
        {
            writer.Add(symbol);
        }

        return new GlobPattern(writer.ToArray());
    }

    /// <summary>Collects symbols, normalising wildcards as they come.</summary>
    private ref struct Writer(int capacity)
    {
        private readonly int[] _buffer = new int[capacity];
        private int _count;

        public void Glob(ReadOnlySpan<char> text, bool ignoreCase)
        {
            foreach (var rune in text.EnumerateRunes())
            {
                Add(rune.Value switch
                {
                    '*' => PatternSymbols.AnyRun,
                    '?' => PatternSymbols.AnyOne,
                    >= 'A' and <= 'Z' when ignoreCase => rune.Value + 32,
                    var value => value,
                });
            }
        }

        public void Add(int symbol)
        {
            if (_count > 0 && _buffer[_count - 1] == PatternSymbols.AnyRun)
            {
                if (symbol == PatternSymbols.AnyRun)
                {
                    return;
                }

                if (symbol == PatternSymbols.AnyOne)
                {
                    _buffer[_count - 1] = symbol;
                    symbol = PatternSymbols.AnyRun;
                }
            }

            _buffer[_count++] = symbol;
        }

        public readonly int[] ToArray() => _buffer[.._count];
    }
}
