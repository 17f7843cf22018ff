using System.Security.Cryptography;

namespace IamCore.Signing;

/// <summary>The canonical request (CR-082) and the string to sign (CR-089), used both for signing and for verifying.</summary>
internal static class CanonicalRequest
{
    /// <summary>Writes the canonical request.</summary>
    /// <returns>The first signed header that the request lacks; empty if it has all of them.</returns>
    public static ReadOnlySpan<char> Write(
        ref ByteWriter writer,
        scoped in SignableRequest request,
        bool isS3Like,
        ReadOnlySpan<char> signedHeaders,
        scoped ReadOnlySpan<char> payloadHash,
        bool omitToken = false)
    {
        WriteMethod(ref writer, request.Method);
        writer.Write((byte)'\n');
        CanonicalPath.Write(ref writer, request.Path, isS3Like);
        writer.Write((byte)'\n');
        CanonicalQuery.Write(ref writer, request.Query, omitToken);
        writer.Write((byte)'\n');
        var missing = CanonicalHeaders.Write(ref writer, signedHeaders, request.Headers.Span);
        writer.Write((byte)'\n');
        writer.Write(signedHeaders);
        writer.Write((byte)'\n');
        writer.Write(payloadHash);
        return missing;
    }

    /// <summary>Writes the string to sign for a canonical request.</summary>
    public static void WriteStringToSign(
        ref ByteWriter writer, DateTimeOffset time, scoped ReadOnlySpan<char> scope, scoped ReadOnlySpan<byte> canonicalRequest)
    {
        Span<char> timestamp = stackalloc char[SigningTime.Length];
        SigningTime.Format(time, timestamp);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(canonicalRequest, hash);
        writer.Write("AWS4-HMAC-SHA256\n"u8);
        writer.Write(timestamp);
        writer.Write((byte)'\n');
        writer.Write(scope);
        writer.Write((byte)'\n');
        writer.WriteHex(hash);
    }

    private static void WriteMethod(ref ByteWriter writer, string method)
    {
        foreach (var c in method)
        {
            writer.Write((byte)char.ToUpperInvariant(c));
        }
    }
}
