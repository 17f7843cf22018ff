using System.Buffers.Binary;

namespace IamCore.Credentials.Ssh;

/// <summary>Reads the data types of RFC 4251 section 5 sequentially. A length that does not fit ends the data.</summary>
internal ref struct SshReader(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> _rest = data;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public bool TryString(out ReadOnlySpan<byte> value)
    {
        value = default;
        if (_rest.Length < sizeof(uint))
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(_rest);
        if (length > _rest.Length - sizeof(uint))
        {
            return false;
        }

        value = _rest.Slice(sizeof(uint), (int)length);
        _rest = _rest[(sizeof(uint) + (int)length)..];
        return true;
    }

    /// <summary>Reads a positive number in its shortest form.</summary>
    public bool TryNumber(out ReadOnlySpan<byte> magnitude)
    {
        if (!TryString(out magnitude) || magnitude.IsEmpty || (magnitude[0] & 0x80) != 0
            || (magnitude[0] == 0 && (magnitude.Length == 1 || (magnitude[1] & 0x80) == 0)))
        {
            return false;
        }

        magnitude = magnitude[0] == 0 ? magnitude[1..] : magnitude;
        return true;
    }
}
