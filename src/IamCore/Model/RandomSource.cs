using System.Security.Cryptography;

namespace IamCore.Model;

/// <summary>Where ids, keys and secrets come from (ID-006). Tests may put a foreseeable one in its place.</summary>
public abstract class RandomSource
{
    /// <summary>The operating system's cryptographically secure generator.</summary>
    public static RandomSource System { get; } = new SystemSource();

    /// <summary>Fills the buffer. Safe for any number of threads.</summary>
    public abstract void Fill(Span<byte> buffer);

    /// <summary>Characters chosen independently and evenly from an alphabet of at most 256.</summary>
    public string Text(int length, ReadOnlySpan<char> alphabet)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfZero(alphabet.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(alphabet.Length, 256);
        var limit = 256 / alphabet.Length * alphabet.Length;
        Span<char> text = length <= 256 ? stackalloc char[length] : new char[length];
        Span<byte> bytes = stackalloc byte[64];
        var filled = 0;
        while (filled < length)
        {
            Fill(bytes);
            foreach (var b in bytes)
            {
                if (b < limit && filled < length)
                {
                    text[filled++] = alphabet[b % alphabet.Length];
                }
            }
        }

        return text.ToString();
    }

    /// <summary>A random GUID (version 4).</summary>
    public Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private sealed class SystemSource : RandomSource
    {
        public override void Fill(Span<byte> buffer) => RandomNumberGenerator.Fill(buffer);
    }
}
