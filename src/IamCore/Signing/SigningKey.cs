using System.Security.Cryptography;

namespace IamCore.Signing;

/// <summary>The signing key derived for a date, region and service (CR-090).</summary>
internal static class SigningKey
{
    public const int Length = HMACSHA256.HashSizeInBytes;

    /// <summary>Derives the key from the secret, which is UTF-8; the texts of the scope are ASCII.</summary>
    public static void Derive(
        scoped ReadOnlySpan<byte> secret,
        scoped ReadOnlySpan<char> date,
        scoped ReadOnlySpan<char> region,
        scoped ReadOnlySpan<char> service,
        Span<byte> destination)
    {
        var first = new ByteWriter(stackalloc byte[64]);
        first.Write("AWS4"u8);
        first.Write(secret);
        Span<byte> key = stackalloc byte[Length];
        Step(first.Written, date, key);
        first.Dispose();
        Step(key, region, key);
        Step(key, service, key);
        HMACSHA256.HashData(key, "aws4_request"u8, destination);
        CryptographicOperations.ZeroMemory(key);
    }

    private static void Step(scoped ReadOnlySpan<byte> key, scoped ReadOnlySpan<char> text, Span<byte> destination)
    {
        var writer = new ByteWriter(stackalloc byte[128]);
        writer.Write(text);
        Span<byte> result = stackalloc byte[Length];
        HMACSHA256.HashData(key, writer.Written, result);
        result.CopyTo(destination);
        CryptographicOperations.ZeroMemory(result);
        writer.Dispose();
    }
}
