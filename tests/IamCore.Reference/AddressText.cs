using System.Globalization;
using System.Numerics;

namespace IamCore.Reference;

/// <summary>An address with a prefix length (PL-155). A bare address has the full length.</summary>
/// <param name="Bits">32 or 128.</param>
/// <param name="Value">The address as a number.</param>
/// <param name="Prefix">How many leading bits count.</param>
internal sealed record AddressText(int Bits, BigInteger Value, int Prefix)
{
    /// <summary>A range of a policy; null where the text is of another form.</summary>
    public static AddressText? ParseRange(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = ParseBare(slash < 0 ? text : text[..slash]);
        if (address is null)
        {
            return null;
        }

        if (slash >= 0)
        {
            var length = Decimal(text[(slash + 1)..], address.Bits);
            if (length < 0)
            {
                return null;
            }

            address = address with { Prefix = length };
        }

        return Unmapped(address);
    }

    /// <summary>The address of a request; null where the text is of another form (PL-156).</summary>
    public static AddressText? ParseAddress(string text) => ParseBare(text) is { } address ? Unmapped(address) : null;

    /// <summary>Whether the address lies in this range.</summary>
    public bool Contains(AddressText address) =>
        Bits == address.Bits && Value >> (Bits - Prefix) == address.Value >> (Bits - Prefix);

    /// <summary>PL-157: IPv4-mapped IPv6 is IPv4, ranges only from /96 on.</summary>
    private static AddressText Unmapped(AddressText address) =>
        address.Bits == 128 && address.Value >> 32 == 0xFFFF && address.Prefix >= 96
            ? new AddressText(32, address.Value & 0xFFFFFFFF, address.Prefix - 96)
            : address;

    private static AddressText? ParseBare(string text)
    {
        if (!text.Contains(':', StringComparison.Ordinal))
        {
            return ParseV4(text) is { } v4 ? new AddressText(32, v4, 32) : null;
        }

        return ParseV6(text) is { } v6 ? new AddressText(128, v6, 128) : null;
    }

    private static BigInteger? ParseV4(string text)
    {
        var octets = text.Split('.');
        if (octets.Length != 4)
        {
            return null;
        }

        var value = BigInteger.Zero;
        foreach (var octet in octets)
        {
            var number = Decimal(octet, 255);
            if (number < 0)
            {
                return null;
            }

            value = (value * 256) + number;
        }

        return value;
    }

    /// <summary>The text forms of RFC 4291 §2.2: eight groups, <c>::</c> for one or more groups of zeros, an IPv4 address for the last two groups.</summary>
    private static BigInteger? ParseV6(string text)
    {
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
        {
            return Groups(text, true) is { Count: 8 } all ? Value128(all) : null;
        }

        var left = gap == 0 ? [] : Groups(text[..gap], false);
        var right = gap + 2 == text.Length ? [] : Groups(text[(gap + 2)..], true);
        if (left is null || right is null || left.Count + right.Count > 7)
        {
            return null;
        }

        var zeros = Enumerable.Repeat(0, 8 - left.Count - right.Count);
        return Value128([.. left, .. zeros, .. right]);
    }

    private static List<int>? Groups(string text, bool isTail)
    {
        var groups = new List<int>();
        var parts = text.Split(':');
        for (var i = 0; i < parts.Length; i++)
        {
            if (isTail && i == parts.Length - 1 && parts[i].Contains('.', StringComparison.Ordinal))
            {
                if (ParseV4(parts[i]) is not { } v4)
                {
                    return null;
                }

                groups.Add((int)(v4 >> 16));
                groups.Add((int)(v4 & 0xFFFF));
            }
            else if (parts[i].Length is >= 1 and <= 4 && parts[i].All(char.IsAsciiHexDigit))
            {
                groups.Add(int.Parse(parts[i], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            }
            else
            {
                return null;
            }
        }

        return groups;
    }

    private static BigInteger Value128(List<int> groups) =>
        groups.Aggregate(BigInteger.Zero, (value, group) => (value << 16) + group);

    /// <summary>A decimal without leading zeros, at most <paramref name="highest"/>; -1 otherwise.</summary>
    private static int Decimal(string text, int highest)
    {
        if (text.Length is 0 or > 3 || !text.All(char.IsAsciiDigit) || (text.Length > 1 && text[0] == '0'))
        {
            return -1;
        }

        var value = int.Parse(text, CultureInfo.InvariantCulture);
        return value <= highest ? value : -1;
    }
}
