using System.Security.Cryptography;

namespace IamCore.Signing;

/// <summary>The payload part of a canonical request (CR-088).</summary>
internal static class PayloadHash
{
    public const string Unsigned = "UNSIGNED-PAYLOAD";

    /// <summary>Writes the hash of the body in 64 lower-case hexadecimal digits.</summary>
    public static void Write(in SignableRequest request, Span<char> destination)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (request.BodyHash.IsEmpty)
        {
            SHA256.HashData(request.Body.Span, hash);
        }
        else if (request.BodyHash.Length == hash.Length)
        {
            request.BodyHash.Span.CopyTo(hash);
        }
        else
        {
            throw new ArgumentException("BodyHash must be the 32 bytes of a SHA-256 hash", nameof(request));
        }

        Convert.TryToHexStringLower(hash, destination, out _);
    }
}
