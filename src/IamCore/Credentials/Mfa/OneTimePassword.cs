using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IamCore.Credentials.Mfa;

/// <summary>One-time passwords: counter-based (RFC 4226) and time-based with steps of 30 seconds (RFC 6238) (CR-043).</summary>
internal static class OneTimePassword
{
    public const int Digits = 6;

    private const int StepSeconds = 30;

    /// <summary>Returns the time step of a time.</summary>
    public static long CounterAt(DateTimeOffset time) => Math.DivRem(time.ToUnixTimeSeconds(), StepSeconds).Quotient;

    /// <summary>Writes the code of a counter with leading zeros, as many digits as the destination has, at most 8.</summary>
    public static void Write(ReadOnlySpan<byte> seed, long counter, Span<byte> destination)
    {
        Span<byte> message = stackalloc byte[sizeof(long)];
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(message, counter);
#pragma warning disable CA5350 // RFC 6238 authenticators use HMAC-SHA-1, whose strength does not rest on collisions
        HMACSHA1.HashData(seed, message, hash);
#pragma warning restore CA5350
        var value = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 15)..]) & 0x7FFF_FFFF;
        for (var i = destination.Length - 1; i >= 0; i--)
        {
            destination[i] = (byte)('0' + (value % 10));
            value /= 10;
        }

        CryptographicOperations.ZeroMemory(hash);
    }

    /// <summary>Whether a text has the form of a code (CR-049).</summary>
    public static bool IsCode(ReadOnlySpan<char> text) => text.Length == Digits && !text.ContainsAnyExceptInRange('0', '9');
}
