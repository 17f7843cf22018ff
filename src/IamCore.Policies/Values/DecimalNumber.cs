namespace IamCore.Policies.Values;

/// <summary>
/// A number of PL-140, compared as an exact decimal: its sign, where its significant digits stand in the text it was read from, and the
/// power of ten of the first of them. The text itself stays with the caller, so that reading allocates nothing.
/// </summary>
internal readonly struct DecimalNumber
{
    /// <summary>A number has at most this many digits before the exponent (PL-140).</summary>
    public const int MaxDigits = 100;

    /// <summary>The exponent lies between plus and minus this (PL-140).</summary>
    public const int MaxExponent = 400;

    private readonly int _sign;
    private readonly int _magnitude;
    private readonly int _start;
    private readonly int _end;

    private DecimalNumber(int sign, int magnitude, int start, int end)
    {
        _sign = sign;
        _magnitude = magnitude;
        _start = start;
        _end = end;
    }

    public static bool IsValid(ReadOnlySpan<char> text) => TryParse(text, out _);

    public static bool TryParse(ReadOnlySpan<char> text, out DecimalNumber number)
    {
        number = default;
        var at = text is ['+' or '-', ..] ? 1 : 0;
        var negative = at == 1 && text[0] == '-';
        int digits = 0, beforePoint = -1, first = -1, firstDigitIndex = 0, last = -1;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '.' && beforePoint < 0)
            {
                beforePoint = digits;
                continue;
            }

            if (!char.IsAsciiDigit(c))
            {
                break;
            }

            if (c != '0')
            {
                if (first < 0)
                {
                    first = at;
                    firstDigitIndex = digits;
                }

                last = at;
            }

            digits++;
        }

        if (digits is 0 or > MaxDigits || !TryExponent(text[at..], out var exponent))
        {
            return false;
        }

        if (first >= 0)
        {
            var point = beforePoint < 0 ? digits : beforePoint;
            number = new DecimalNumber(negative ? -1 : 1, point - firstDigitIndex + exponent, first, last + 1);
        }

        return true;
    }

    /// <summary>Negative, zero or positive as <paramref name="a"/> is below, equal to or above <paramref name="b"/>.</summary>
    public static int Compare(in DecimalNumber a, ReadOnlySpan<char> aText, in DecimalNumber b, ReadOnlySpan<char> bText)
    {
        if (a._sign != b._sign || a._sign == 0)
        {
            return a._sign - b._sign;
        }

        var absolute = a._magnitude != b._magnitude
            ? a._magnitude - b._magnitude
            : CompareDigits(aText[a._start..a._end], bText[b._start..b._end]);
        return a._sign * absolute;
    }

    private static int CompareDigits(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int i = 0, j = 0;
        while (true)
        {
            if (i < a.Length && a[i] == '.')
            {
                i++;
            }

            if (j < b.Length && b[j] == '.')
            {
                j++;
            }

            if (i >= a.Length || j >= b.Length)
            {
                return (i < a.Length ? 1 : 0) - (j < b.Length ? 1 : 0);
            }

            if (a[i] != b[j])
            {
                return a[i] - b[j];
            }

            i++;
            j++;
        }
    }

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] is not ('e' or 'E'))
        {
            return false;
        }

        text = text[1..];
        var negative = text is ['-', ..];
        if (text is ['+' or '-', ..])
        {
            text = text[1..];
        }

        if (text.IsEmpty)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            exponent = (exponent * 10) + (c - '0');
            if (exponent > MaxExponent)
            {
                return false;
            }
        }

        exponent = negative ? -exponent : exponent;
        return true;
    }
}
