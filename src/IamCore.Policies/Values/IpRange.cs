namespace IamCore.Policies.Values;

/// <summary>An address or a CIDR range (PL-155); host bits are ignored.</summary>
internal readonly record struct IpRange
{
    private readonly UInt128 _network;
    private readonly UInt128 _mask;
    private readonly bool _isV4;

    private IpRange(UInt128 network, int prefix, bool isV4)
    {
        _isV4 = isV4;
        var width = isV4 ? 32 : 128;
        _mask = prefix == 0 ? 0 : (isV4 ? (UInt128)uint.MaxValue : UInt128.MaxValue) & (UInt128.MaxValue << (width - prefix));
        _network = network & _mask;
    }

    public static bool TryParse(ReadOnlySpan<char> text, out IpRange range)
    {
        range = default;
        var slash = text.IndexOf('/');
        var address = slash < 0 ? text : text[..slash];
        if (!IpAddressValue.TryParse(address, out var network, out var isMapped))
        {
            return false;
        }

        var written = network.IsV4 && !isMapped ? 32 : 128;
        var prefix = written;
        if (slash >= 0 && (!TryPrefix(text[(slash + 1)..], out prefix) || prefix > written))
        {
            return false;
        }

        // A mapped range wider than the mapped block stays a range of IPv6, in which no IPv4 address lies (PL-157).
        range = isMapped && prefix < 96
            ? new IpRange(((UInt128)0xFFFF << 32) | network.Bits, prefix, false)
            : new IpRange(network.Bits, isMapped ? prefix - 96 : prefix, network.IsV4);
        return true;
    }

    /// <summary>Whether the address lies in this range; never across the two families (PL-157).</summary>
    public bool Contains(IpAddressValue address) => address.IsV4 == _isV4 && (address.Bits & _mask) == _network;

    private static bool TryPrefix(ReadOnlySpan<char> text, out int prefix)
    {
        prefix = 0;
        if (text.Length is 0 or > 3 || (text.Length > 1 && text[0] == '0'))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            prefix = (prefix * 10) + (c - '0');
        }

        return true;
    }
}
