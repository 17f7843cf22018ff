using System.Globalization;
using System.Numerics;

namespace IamCore.Reference;

/// <summary>Dates (PL-145) as ticks of 100 ns since 0001-01-01T00:00:00Z (PL-146).</summary>
internal static class DateText
{
    private static readonly int[] DaysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>Null where the text is of another form.</summary>
    public static long? Parse(string text)
    {
        var ticks = IsYear(text) || text.Length > 4 && text[4] == '-' && IsYear(text[..4]) ? ParseIso(text) : ParseEpoch(text);
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? (long)ticks : null;
    }

    private static bool IsYear(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);

    private static BigInteger? ParseEpoch(string text)
    {
        var negative = text.StartsWith('-');
        var parts = (negative ? text[1..] : text).Split('.');
        if (parts.Length > 2 || parts.Any(p => p.Length == 0 || !p.All(char.IsAsciiDigit)))
        {
            return null;
        }

        var fraction = parts.Length == 2 ? parts[1] : "";
        var ticks = BigInteger.Parse(parts[0] + Cut(fraction), CultureInfo.InvariantCulture);
        return DateTime.UnixEpoch.Ticks + (negative ? -ticks : ticks);
    }

    private static BigInteger? ParseIso(string text)
    {
        var rest = text;
        var year = Take(ref rest, 4);
        var month = 1;
        var day = 1;
        if (rest.Length > 0)
        {
            month = TakeAfter(ref rest, '-');
        }

        var hasDay = rest.Length > 0;
        if (hasDay)
        {
            day = TakeAfter(ref rest, '-');
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DaysIn(year, month))
        {
            return null;
        }

        var days = 0L;
        for (var y = 1; y < year; y++)
        {
            days += IsLeap(y) ? 366 : 365;
        }

        for (var m = 1; m < month; m++)
        {
            days += DaysIn(year, m);
        }

        days += day - 1;
        if (rest.Length == 0)
        {
            return days * TimeSpan.TicksPerDay;
        }

        if (!hasDay || rest[0] is not ('T' or 't'))
        {
            return null;
        }

        var time = ParseTime(rest[1..]);
        return time is null ? null : (days * TimeSpan.TicksPerDay) + time.Value;
    }

    /// <summary>hh:mm, hh:mm:ss or hh:mm:ss.f with 1 to 9 digits, then nothing, Z or ±hh:mm. Ticks since the day began in UTC, below zero too.</summary>
    private static long? ParseTime(string text)
    {
        var rest = text;
        var hour = Take(ref rest, 2);
        var minute = TakeAfter(ref rest, ':');
        var second = 0;
        var fraction = "";
        if (rest.StartsWith(':'))
        {
            second = TakeAfter(ref rest, ':');
            if (rest.StartsWith('.'))
            {
                var end = 1;
                while (end < rest.Length && char.IsAsciiDigit(rest[end]))
                {
                    end++;
                }

                fraction = rest[1..end];
                rest = rest[end..];
                if (fraction.Length is 0 or > 9)
                {
                    return null;
                }
            }
        }

        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return null;
        }

        var offset = 0;
        if (rest is not ("" or "Z" or "z"))
        {
            if (rest[0] is not ('+' or '-'))
            {
                return null;
            }

            var sign = rest[0] == '-' ? -1 : 1;
            rest = rest[1..];
            var offsetHours = Take(ref rest, 2);
            var offsetMinutes = TakeAfter(ref rest, ':');
            if (rest.Length > 0 || offsetHours < 0 || offsetMinutes is < 0 or > 59 || (offsetHours * 60) + offsetMinutes > 14 * 60)
            {
                return null;
            }

            offset = sign * ((offsetHours * 60) + offsetMinutes);
        }

        return (((((hour * 60L) + minute - offset) * 60) + second) * TimeSpan.TicksPerSecond) + long.Parse(Cut(fraction), CultureInfo.InvariantCulture);
    }

    /// <summary>Seven digits of a fraction; further ones are cut (PL-146).</summary>
    private static string Cut(string fraction) => (fraction + "0000000")[..7];

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    private static int DaysIn(int year, int month) => month == 2 && IsLeap(year) ? 29 : DaysOfMonth[month - 1];

    /// <summary>A separator and two digits; -1 where the text is otherwise.</summary>
    private static int TakeAfter(ref string rest, char separator)
    {
        if (!rest.StartsWith(separator))
        {
            rest = "!";     // nothing that follows can be of the form
            return -1;
        }

        rest = rest[1..];
        return Take(ref rest, 2);
    }

    private static int Take(ref string rest, int digits)
    {
        if (rest.Length < digits || !rest[..digits].All(char.IsAsciiDigit))
        {
            rest = "!";
            return -1;
        }

        var value = int.Parse(rest[..digits], CultureInfo.InvariantCulture);
        rest = rest[digits..];
        return value;
    }
}
