namespace IamCore.Policies.Values;

/// <summary>One address (PL-156): IPv4, or IPv6 in any text form of RFC 4291. IPv4-mapped IPv6 is its IPv4 address (PL-157).</summary>
/// <param name="Bits">The 32 or 128 bits.</param>
/// <param name="IsV4">Whether this is an IPv4 address.</param>
internal readonly record struct IpAddressValue(UInt128 Bits, bool IsV4)
{
    private const int Groups = 8;

    private static readonly UInt128 MappedPrefix = (UInt128)0xFFFF << 32;

    public static bool TryParse(ReadOnlySpan<char> text, out IpAddressValue address) => TryParse(text, out address, out _);

    /// <summary>Reads one address; <paramref name="isMapped"/> tells that it was written as IPv4-mapped IPv6.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out IpAddressValue address, out bool isMapped)
    {
        isMapped = false;
        address = default;
        if (!text.Contains(':'))
        {
            if (!TryV4(text, out var bits))
            {
                return false;
            }

            address = new IpAddressValue(bits, true);
            return true;
        }

        if (!TryV6(text, out var wide))
        {
            return false;
        }

        isMapped = wide >> 32 == MappedPrefix >> 32;
        address = isMapped ? new IpAddressValue(wide & uint.MaxValue, true) : new IpAddressValue(wide, false);
        return true;
    }

    private static bool TryV4(ReadOnlySpan<char> text, out uint bits)
    {
        bits = 0;
        for (var octet = 0; octet < 4; octet++)
        {
            var end = octet == 3 ? text.Length : text.IndexOf('.');
            if (end is < 1 or > 3 || (end > 1 && text[0] == '0'))
            {
                return false;
            }

            uint value = 0;
            foreach (var c in text[..end])
            {
                if (!char.IsAsciiDigit(c))
                {
                    return false;
                }

                value = (value * 10) + c - '0';
            }

            if (value > byte.MaxValue)
            {
                return false;
            }

            bits = (bits << 8) | value;
            text = octet == 3 ? default : text[(end + 1)..];
        }

        return true;
    }

    private static bool TryV6(ReadOnlySpan<char> text, out UInt128 bits)
    {
        bits = 0;
        UInt128 tail = 0;
        int before = 0, after = 0;
        var compressed = false;
        if (text.StartsWith("::", StringComparison.Ordinal))
        {
            compressed = true;
            text = text[2..];
        }

        while (!text.IsEmpty)
        {
            var end = text.IndexOf(':');
            var group = end < 0 ? text : text[..end];
            var width = 1;
            UInt128 value;
            if (end < 0 && group.Contains('.'))
            {
                if (!TryV4(group, out var v4))
                {
                    return false;
                }

                value = v4;
                width = 2;
            }
            else if (!TryGroup(group, out value))
            {
                return false;
            }

            if (compressed)
            {
                tail = (tail << (16 * width)) | value;
                after += width;
            }
            else
            {
                bits = (bits << (16 * width)) | value;
                before += width;
            }

            if (before + after > Groups)
            {
                return false;
            }

            if (end < 0)
            {
                break;
            }

            text = text[(end + 1)..];
            if (text is [':', ..])
            {
                if (compressed)
                {
                    return false;
                }

                compressed = true;
                text = text[1..];
            }
            else if (text.IsEmpty)
            {
                return false;
            }
        }

        if (compressed ? before + after >= Groups : before != Groups)
        {
            return false;
        }

        bits = (before == 0 ? 0 : bits << (16 * (Groups - before))) | tail;
        return true;
    }

    private static bool TryGroup(ReadOnlySpan<char> text, out UInt128 value)
    {
        value = 0;
        if (text.Length is 0 or > 4)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }

            value = (value << 4) | (UInt128)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        }

        return true;
    }
}
