using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace IamCore.Signing;

/// <summary>
/// A byte buffer that starts on the stack and moves to rented arrays as it grows. Its content may be secret, so arrays are zeroed before
/// they are returned
/// (CR-107).
/// </summary>
internal ref struct ByteWriter
{
    private Span<byte> _span;
    private byte[]? _rented;

    public ByteWriter(Span<byte> initial) => _span = initial;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Written => _span[..Length];

    public void Write(byte value)
    {
        if (Length == _span.Length)
        {
            Grow(1);
        }

        _span[Length++] = value;
    }

    public void Write(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Writes text as UTF-8.</summary>
    public void Write(scoped ReadOnlySpan<char> text)
    {
        var room = Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, room);
    }

    /// <summary>Writes bytes in lower-case hexadecimal.</summary>
    public void WriteHex(scoped ReadOnlySpan<byte> bytes)
    {
        var room = Reserve(bytes.Length * 2);
        Convert.TryToHexStringLower(bytes, room, out var written);
        Length += written;
    }

    /// <summary>Removes everything written after <paramref name="length"/>.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>
    /// Returns at least <paramref name="count"/> bytes of free space, which count once <see cref="Length"/> is increased.
    /// </summary>
    private Span<byte> Reserve(int count)
    {
        if (_span.Length - Length < count)
        {
            Grow(count);
        }

        return _span[Length..];
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_span.Length * 2, Length + count));
        _span[..Length].CopyTo(larger);
        Return();
        _rented = larger;
        _span = larger;
    }

    public void Dispose()
    {
        Return();
        this = default;
    }

    private readonly void Return()
    {
        CryptographicOperations.ZeroMemory(_span[..Length]);
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }
}
