namespace IamCore.Policies.Values;

/// <summary>Dates of PL-145 as instants: ticks of 100 ns in UTC, further digits cut (PL-146).</summary>
internal static class Instant
{
    private const int MaxOffsetMinutes = 14 * 60;

    public static bool TryParse(ReadOnlySpan<char> text, out long utcTicks)
    {
        utcTicks = 0;
        var digits = LeadingDigits(text);
        if (digits != 4 || (text.Length > 4 && text[4] == '.'))
        {
            return TryEpoch(text, out utcTicks);
        }

        var year = Number(text[..4]);
        int month = -1, day = -1;
        text = text[4..];
        if (!TryTwoDigits(ref text, '-', ref month) || !TryTwoDigits(ref text, '-', ref day))
        {
            return false;
        }

        var wholeDay = day >= 0;
        month = month < 0 ? 1 : month;
        day = wholeDay ? day : 1;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        utcTicks = new DateTime(year, month, day).Ticks;
        return text.IsEmpty || (wholeDay && TryTime(text, ref utcTicks));
    }

    /// <summary>The whole second that <paramref name="utcTicks"/> lies in, towards the past (EV-012).</summary>
    public static long FloorToSecond(long utcTicks) => utcTicks - (utcTicks % TimeSpan.TicksPerSecond);

    private static bool TryEpoch(ReadOnlySpan<char> text, out long utcTicks)
    {
        utcTicks = 0;
        var negative = text is ['-', ..];
        if (negative)
        {
            text = text[1..];
        }

        var digits = LeadingDigits(text);
        if (digits == 0 || !TryFraction(text[digits..], int.MaxValue, out var fraction, out var rest) || !rest.IsEmpty)
        {
            return false;
        }

        long seconds = 0;
        foreach (var c in text[..digits])
        {
            seconds = (seconds * 10) + (c - '0');
            if (seconds > DateTime.MaxValue.Ticks / TimeSpan.TicksPerSecond)
            {
                return false;
            }
        }

        var ticks = (seconds * TimeSpan.TicksPerSecond) + fraction;
        utcTicks = DateTime.UnixEpoch.Ticks + (negative ? -ticks : ticks);
        return utcTicks >= 0 && utcTicks <= DateTime.MaxValue.Ticks;
    }

    private static bool TryTime(ReadOnlySpan<char> text, ref long utcTicks)
    {
        int hour = -1, minute = -1, second = 0;
        if (text[0] is not ('T' or 't') || !TryTwoDigits(ref text, text[0], ref hour) || hour < 0
            || !TryTwoDigits(ref text, ':', ref minute) || minute < 0)
        {
            return false;
        }

        long fraction = 0;
        if (text is [':', ..])
        {
            if (!TryTwoDigits(ref text, ':', ref second) || !TryFraction(text, 9, out fraction, out text))
            {
                return false;
            }
        }

        if (hour > 23 || minute > 59 || second > 59 || !TryOffset(text, out var offsetMinutes))
        {
            return false;
        }

        utcTicks += (((((hour * 60L) + minute - offsetMinutes) * 60) + second) * TimeSpan.TicksPerSecond) + fraction;
        return utcTicks >= 0 && utcTicks <= DateTime.MaxValue.Ticks;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty || text is ['Z' or 'z'])
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-'))
        {
            return false;
        }

        var negative = text[0] == '-';
        int hour = -1, minute = -1;
        if (!TryTwoDigits(ref text, text[0], ref hour) || !TryTwoDigits(ref text, ':', ref minute) || hour < 0 || minute is < 0 or > 59)
        {
            return false;
        }

        minutes = ((hour * 60) + minute) * (negative ? -1 : 1);
        return Math.Abs(minutes) <= MaxOffsetMinutes;
    }

    /// <summary>Reads the separator and two digits where the text goes on with them; true with nothing read where it is at its end or goes on otherwise.</summary>
    private static bool TryTwoDigits(ref ReadOnlySpan<char> text, char separator, ref int value)
    {
        if (text.IsEmpty || text[0] != separator)
        {
            return true;
        }

        if (text.Length < 3 || !char.IsAsciiDigit(text[1]) || !char.IsAsciiDigit(text[2]))
        {
            return false;
        }

        value = Number(text.Slice(1, 2));
        text = text[3..];
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<char> text, int maxDigits, out long ticks, out ReadOnlySpan<char> rest)
    {
        ticks = 0;
        rest = text;
        if (text is not ['.', ..])
        {
            return true;
        }

        var digits = LeadingDigits(text[1..]);
        if (digits == 0 || digits > maxDigits)
        {
            return false;
        }

        var scale = TimeSpan.TicksPerSecond;
        foreach (var c in text.Slice(1, Math.Min(digits, 7)))
        {
            scale /= 10;
            ticks += (c - '0') * scale;
        }

        rest = text[(digits + 1)..];
        return true;
    }

    private static int LeadingDigits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var c in digits)
        {
            value = (value * 10) + (c - '0');
        }

        return value;
    }
}
