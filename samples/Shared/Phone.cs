using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Samples;

/// <summary>What an authenticator app does with the seed of the QR picture: RFC 6238.</summary>
internal sealed class Phone(string base32Seed, TimeProvider clock)
{
    private readonly byte[] _seed = Decode(base32Seed);

    /// <summary>The code of now, or of the step of 30 seconds before it.</summary>
    public string Code(int step = 0)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (clock.GetUtcNow().ToUnixTimeSeconds() / 30) + step);
#pragma warning disable CA5350 // authenticator apps use SHA-1
        var hash = HMACSHA1.HashData(_seed, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[19] & 15)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        var (buffer, bits, filled) = (0, 0, 0);
        foreach (var c in text)
        {
            buffer = ((buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal)) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[filled++] = (byte)((buffer >> bits) & 0xFF);
            }
        }

        return bytes;
    }
}
