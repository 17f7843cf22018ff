using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using IamCore.Policies.Values;

namespace IamCore.Policies.Linting.Checks;

/// <summary>An address or range (PL-155) as its author wrote it: with the bits beyond its length.</summary>
internal readonly record struct AddressBlock
{
    private readonly UInt128 _address;
    private readonly int _length;
    private readonly bool _isV4;

    private AddressBlock(UInt128 address, int length, bool isV4)
    {
        _address = address;
        _length = length;
        _isV4 = isV4;
    }

    /// <summary>Whether bits are set beyond the length (VA-620).</summary>
    public bool HasHostBits => (_address & ~Mask(_length)) != 0;

    /// <summary>Whether every address matches: a length of 0.</summary>
    public bool IsEverything => _length == 0;

    public bool IsV4 => _isV4;

    /// <summary>Whether the block is small enough to stand for known callers: at least /8, or /32 in IPv6 (AN-121).</summary>
    public bool IsNarrow => _length >= (_isV4 ? 8 : 32);

    private int Width => _isV4 ? 32 : 128;

    /// <summary>Reads what <see cref="IpRange"/> takes.</summary>
    public static bool TryParse(string text, out AddressBlock block)
    {
        block = default;
        if (!IpRange.TryParse(text, out _))
        {
            return false;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IpAddressValue.TryParse(slash < 0 ? text : text.AsSpan(0, slash), out var address, out var isMapped))
        {
            return false;
        }

        var width = address.IsV4 ? 32 : 128;
        var length = slash < 0 ? width : int.Parse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture) - (isMapped ? 96 : 0);

        // A mapped range wider than the mapped block is one of IPv6 (PL-157).
        block = length < 0
            ? new AddressBlock(((UInt128)0xFFFF << 32) | address.Bits, length + 96, false)
            : new AddressBlock(address.Bits, Math.Min(length, width), address.IsV4);
        return true;
    }

    /// <summary>Whether the other block lies wholly inside this one.</summary>
    public bool Contains(AddressBlock other) =>
        _isV4 == other._isV4 && other._length >= _length && (other._address & Mask(_length)) == (_address & Mask(_length));

    /// <summary>The range without bits beyond its length.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _address & Mask(_length));
        var address = new IPAddress(_isV4 ? bytes[12..] : bytes);
        return string.Create(CultureInfo.InvariantCulture, $"{address}/{_length}");
    }

    private UInt128 Mask(int length) => length == 0 ? 0 : UInt128.MaxValue << (Width - length);
}
