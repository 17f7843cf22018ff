using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IamCore.AspNetCore.Signatures;

/// <summary>Hashes a request's body while it comes in, and keeps it for the handler. What is hashed and what is handed on are the same bytes.</summary>
internal static class SignedBody
{
    private const int ChunkLength = 16 * 1024;

    /// <summary>Whether the request can have a body.</summary>
    public static bool IsExpected(HttpContext http) =>
        http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? (http.Request.ContentLength is not (null or 0) || http.Request.Headers.TransferEncoding.Count > 0);

    /// <summary>The SHA-256 hash of the body, which afterwards stands at its beginning again; <see langword="null"/> where it is longer than allowed.</summary>
    public static async ValueTask<byte[]?> HashAsync(HttpRequest request, IamSignatureOptions options, CancellationToken cancellationToken)
    {
        if (request.ContentLength > options.MaxBodyLength)
        {
            return null;
        }

        request.EnableBuffering(options.BodyMemory);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkLength);
        var length = 0L;
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
                if (length > options.MaxBodyLength)
                {
                    return null;
                }

                hash.AppendData(chunk, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
