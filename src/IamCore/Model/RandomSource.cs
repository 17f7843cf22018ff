using System.Security.Cryptography;

namespace IamCore.Model;

/// <summary>The source of randomness for ids, keys and secrets (ID-006). Tests may replace it with a predictable one.</summary>
public abstract class RandomSource
{
    /// <summary>The operating system's cryptographically secure generator.</summary>
    public static RandomSource System { get; } = new SystemSource();

    /// <summary>Fills a buffer with random bytes. Must be safe for concurrent use.</summary>
    /// <param name="buffer">The buffer.</param>
    public abstract void Fill(Span<byte> buffer);

    /// <summary>Creates a text of characters chosen independently and uniformly from an alphabet.</summary>
    /// <param name="length">The number of characters.</param>
    /// <param name="alphabet">The characters to choose from, 1 to 256.</param>
    /// <returns>The text.</returns>
    public string Text(int length, ReadOnlySpan<char> alphabet)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfZero(alphabet.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(alphabet.Length, 256);
        // Bytes at or above the limit are discarded: a plain remainder would favor the first characters of the alphabet.
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

    /// <summary>Creates a random GUID (version 4).</summary>
    /// <returns>The GUID.</returns>
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
