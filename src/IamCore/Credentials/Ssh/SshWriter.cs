using System.Buffers.Binary;
using System.Text;

namespace IamCore.Credentials.Ssh;

/// <summary>Writes the data types of RFC 4251 section 5 sequentially.</summary>
internal sealed class SshWriter
{
    private readonly List<byte> _data = [];

    public SshWriter String(ReadOnlySpan<byte> value)
    {
        Span<byte> length = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)value.Length);
        _data.AddRange(length);
        _data.AddRange(value);
        return this;
    }

    public SshWriter String(string value) => String(Encoding.ASCII.GetBytes(value));

    public SshWriter Number(ReadOnlySpan<byte> magnitude)
    {
        magnitude = magnitude.TrimStart((byte)0);
        return magnitude.IsEmpty || (magnitude[0] & 0x80) == 0 ? String(magnitude) : String([0, .. magnitude]);
    }

    public byte[] ToArray() => [.. _data];
}
