namespace IamCore.Policies;

/// <summary>A 12-digit account number, kept as written: leading zeros count. The default is no account.</summary>
public readonly record struct AccountId : IParsable<AccountId>
{
    /// <summary>Number of digits.</summary>
    public const int Length = 12;

    private readonly string? _digits;

    private AccountId(string digits) => _digits = digits;

    /// <summary>Whether this is the default, which is no account.</summary>
    public bool IsNone => _digits is null;

    /// <summary>Whether <paramref name="text"/> is 12 ASCII digits.</summary>
    public static bool IsValid(ReadOnlySpan<char> text) => text.Length == Length && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Reads the text; false where it has another form.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, out AccountId result)
    {
        result = IsValid(s) ? new AccountId(s.ToString()) : default;
        return result._digits is not null;
    }

    /// <summary>Reads the text; false where it has another form.</summary>
    public static bool TryParse(string? s, out AccountId result)
    {
        result = s is not null && IsValid(s) ? new AccountId(s) : default;
        return result._digits is not null;
    }

    /// <summary>Reads 12 digits.</summary>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static AccountId Parse(ReadOnlySpan<char> s) =>
        TryParse(s, out var result) ? result : throw new FormatException($"\"{s}\" is not an account id: expected 12 digits");

    /// <summary>Reads 12 digits.</summary>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static AccountId Parse(string s) => Parse(s.AsSpan());

    /// <summary>The digits; the empty string for no account.</summary>
    public override string ToString() => _digits ?? "";

    static AccountId IParsable<AccountId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<AccountId>.TryParse(string? s, IFormatProvider? provider, out AccountId result) => TryParse(s, out result);
}
