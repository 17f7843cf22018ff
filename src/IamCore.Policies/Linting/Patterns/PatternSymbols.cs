namespace IamCore.Policies.Linting.Patterns;

/// <summary>
/// Symbols of patterns: a Unicode scalar value stands for itself, negative numbers are wildcards and variables. A variable is a letter of
/// its own, the same wherever it is written alike: only <c>*</c> absorbs it (AN-023, the fresh letter), so that what is proven of two
/// patterns holds for every value of the variable.
/// </summary>
internal sealed class PatternSymbols
{
    /// <summary>Exactly one character.</summary>
    public const int AnyOne = -1;

    /// <summary>Any run of characters, also none.</summary>
    public const int AnyRun = -2;

    private const int FirstVariable = -3;

    private readonly Dictionary<string, int> _variables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the symbol is a variable.</summary>
    public static bool IsVariable(int symbol) => symbol <= FirstVariable;

    /// <summary>The letter of a variable. Names are compared without regard to case (PL-173), defaults by their text.</summary>
    public int Variable(ReadOnlySpan<char> key, bool hasDefault, ReadOnlySpan<char> @default)
    {
        // A default keeps its case: it is put behind a character that no key holds, coded so that case cannot be folded away.
        var name = hasDefault ? $"{key}'{Convert.ToHexString(System.Text.Encoding.Unicode.GetBytes(@default.ToString()))}" : key.ToString();
        if (!_variables.TryGetValue(name, out var symbol))
        {
            symbol = FirstVariable - _variables.Count;
            _variables.Add(name, symbol);
        }

        return symbol;
    }
}
