using System.Globalization;
using System.Numerics;

namespace IamCore.Reference;

/// <summary>Exact decimals (PL-140): digits × 10^exponent.</summary>
internal sealed record DecimalText(BigInteger Digits, int Exponent)
{
    /// <summary>Null where the text is of another form.</summary>
    public static DecimalText? Parse(string text)
    {
        var i = 0;
        var negative = false;
        if (i < text.Length && text[i] is '+' or '-')
        {
            negative = text[i] == '-';
            i++;
        }

        var whole = TakeDigits(text, ref i);
        var fraction = "";
        if (i < text.Length && text[i] == '.')
        {
            i++;
            fraction = TakeDigits(text, ref i);
        }

        var digits = whole + fraction;
        if (digits.Length is 0 or > 100)
        {
            return null;
        }

        var exponent = BigInteger.Zero;
        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            var below = false;
            if (i < text.Length && text[i] is '+' or '-')
            {
                below = text[i] == '-';
                i++;
            }

            var power = TakeDigits(text, ref i);
            if (power.Length == 0)
            {
                return null;
            }

            exponent = BigInteger.Parse(power, CultureInfo.InvariantCulture) * (below ? -1 : 1);
        }

        if (i != text.Length || BigInteger.Abs(exponent) > 400)
        {
            return null;
        }

        var value = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        return new DecimalText(negative ? -value : value, (int)exponent - fraction.Length);
    }

    /// <summary>Below zero, zero or above, as usual.</summary>
    public int CompareTo(DecimalText other)
    {
        var lowest = Math.Min(Exponent, other.Exponent);
        return (Digits * BigInteger.Pow(10, Exponent - lowest)).CompareTo(other.Digits * BigInteger.Pow(10, other.Exponent - lowest));
    }

    private static string TakeDigits(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return text[start..i];
    }
}
