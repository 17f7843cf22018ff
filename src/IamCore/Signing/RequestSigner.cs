using System.Security.Cryptography;
using System.Text;

namespace IamCore.Signing;

/// <summary>Signs requests with AWS Signature Version 4, for clients and tests (CR-081 to CR-093). Safe for concurrent use.</summary>
/// <example>
/// <code>
/// var signer = new RequestSigner(new SigningEndpoint("us-east-1", "docs"));
/// var request = new SignableRequest("GET", "/documents/13", new[] { new RequestHeader("host", "docs.example.com") });
/// foreach (RequestHeader header in signer.Sign(in request, "AKIAIOSFODNN7EXAMPLE", secretAccessKey))
/// {
///     message.Headers.TryAddWithoutValidation(header.Name, header.Value);
/// }
/// </code>
/// </example>
public sealed class RequestSigner
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    private readonly SigningEndpoint _endpoint;
    private readonly TimeProvider _time;

    /// <summary>Creates a signer.</summary>
    /// <param name="endpoint">The endpoint: region, service and special rules.</param>
    /// <param name="time">The clock; the system clock if <see langword="null"/>.</param>
    public RequestSigner(SigningEndpoint endpoint, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        _endpoint = endpoint;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Signs a request in its headers (CR-091).</summary>
    /// <param name="request">The request as it will be sent, with its <c>host</c> header and without signing headers.</param>
    /// <param name="accessKeyId">The access key id.</param>
    /// <param name="secretAccessKey">The secret access key.</param>
    /// <param name="sessionToken">The session token of temporary credentials; <see langword="null"/> for long-term keys.</param>
    /// <returns>
    /// The headers to add: <c>x-amz-date</c>, <c>x-amz-security-token</c> if there is a token, <c>x-amz-content-sha256</c> for S3-like
    /// services, and
    /// <c>Authorization</c>.
    /// </returns>
    /// <exception cref="ArgumentException">The request has no <c>host</c> header.</exception>
    public IReadOnlyList<RequestHeader> Sign(
        in SignableRequest request, string accessKeyId, string secretAccessKey, string? sessionToken = null)
    {
        var time = _time.GetUtcNow();
        var added = new List<RequestHeader> { new("x-amz-date", SigningTime.Format(time)) };
        if (sessionToken is not null)
        {
            added.Add(new("x-amz-security-token", sessionToken));
        }

        var payload = PayloadOf(in request, presigned: false);
        if (_endpoint.IsS3Like && !HasHeader(in request, "x-amz-content-sha256"))
        {
            added.Add(new("x-amz-content-sha256", payload));
        }

        var whole = request with { Headers = (RequestHeader[])[.. request.Headers.Span, .. added] };
        var signedHeaders = SignedHeadersOf(in whole);
        var scope = ScopeOf(time);
        var signature = Compute(in whole, signedHeaders, payload, time, scope, secretAccessKey);
        added.Add(new("Authorization", $"{Algorithm} Credential={accessKeyId}/{scope}, SignedHeaders={signedHeaders}, Signature={signature}"));
        return added;
    }

    /// <summary>Signs a request in its query, for example to hand out a link (CR-093).</summary>
    /// <param name="request">
    /// The request as it will be sent, with its <c>host</c> header. All its headers are signed and must be sent, except for those that
    /// change in transit (CR-086).
    /// </param>
    /// <param name="accessKeyId">The access key id.</param>
    /// <param name="secretAccessKey">The secret access key.</param>
    /// <param name="expires">How long the request is valid, from 1 second to 7 days.</param>
    /// <param name="sessionToken">The session token of temporary credentials; <see langword="null"/> for long-term keys.</param>
    /// <returns>The path and query to send.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expires"/> is out of range.</exception>
    /// <exception cref="ArgumentException">The request has no <c>host</c> header.</exception>
    public string Presign(
        in SignableRequest request, string accessKeyId, string secretAccessKey, TimeSpan expires, string? sessionToken = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(expires, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(expires, TimeSpan.FromDays(7));
        var time = _time.GetUtcNow();
        var scope = ScopeOf(time);
        var signedHeaders = SignedHeadersOf(in request);
        var target = new StringBuilder(request.Target.Length == 0 ? "/" : request.Target);
        target.Append(request.Target.Contains('?', StringComparison.Ordinal) ? '&' : '?');
        target.Append("X-Amz-Algorithm=").Append(Algorithm);
        Append(target, "X-Amz-Credential", $"{accessKeyId}/{scope}");
        Append(target, "X-Amz-Date", SigningTime.Format(time));
        Append(target, "X-Amz-Expires", FormattableString.Invariant($"{(long)expires.TotalSeconds}"));
        if (sessionToken is not null)
        {
            Append(target, "X-Amz-Security-Token", sessionToken);
        }

        Append(target, "X-Amz-SignedHeaders", signedHeaders);
        var whole = new SignableRequest(request.Method, target.ToString(), request.Headers, request.Body) { BodyHash = request.BodyHash };
        var signature = Compute(in whole, signedHeaders, PayloadOf(in whole, presigned: true), time, scope, secretAccessKey);
        return $"{whole.Target}&X-Amz-Signature={signature}";
    }

    private string ScopeOf(DateTimeOffset time) =>
        $"{SigningTime.Format(time)[..SigningTime.DateLength]}/{_endpoint.Region}/{_endpoint.Service}/aws4_request";

    private string PayloadOf(in SignableRequest request, bool presigned)
    {
        foreach (var header in request.Headers.Span)
        {
            if (header.Name.Equals("x-amz-content-sha256", StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        if (presigned && _endpoint.IsS3Like)
        {
            return PayloadHash.Unsigned;
        }

        Span<char> hash = stackalloc char[SHA256.HashSizeInBytes * 2];
        PayloadHash.Write(in request, hash);
        return hash.ToString();
    }

    private string Compute(
        in SignableRequest request, string signedHeaders, string payload, DateTimeOffset time, string scope, string secret)
    {
        var canonical = new ByteWriter(stackalloc byte[2048]);
        var stringToSign = new ByteWriter(stackalloc byte[256]);
        var secretBytes = new ByteWriter(stackalloc byte[256]);
        secretBytes.Write(secret.AsSpan());
        Span<byte> key = stackalloc byte[SigningKey.Length];
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        CanonicalRequest.Write(ref canonical, in request, _endpoint.IsS3Like, signedHeaders, payload);
        CanonicalRequest.WriteStringToSign(ref stringToSign, time, scope, canonical.Written);
        SigningKey.Derive(secretBytes.Written, scope.AsSpan(0, SigningTime.DateLength), _endpoint.Region, _endpoint.Service, key);
        HMACSHA256.HashData(key, stringToSign.Written, mac);
        CryptographicOperations.ZeroMemory(key);
        secretBytes.Dispose();
        stringToSign.Dispose();
        canonical.Dispose();
        return Convert.ToHexStringLower(mac);
    }

    /// <summary>Returns all headers except for those that change in transit (CR-086).</summary>
    private static string SignedHeadersOf(in SignableRequest request)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var header in request.Headers.Span)
        {
            var name = CanonicalHeaders.IsHost(header.Name) ? "host" : header.Name.ToLowerInvariant();
            if (name is not ("authorization" or "connection" or "x-amzn-trace-id" or "user-agent" or "transfer-encoding" or "expect"))
            {
                names.Add(name);
            }
        }

        if (!names.Contains("host"))
        {
            throw new ArgumentException("The host header must be signed", nameof(request));
        }

        return string.Join(';', names);
    }

    private static bool HasHeader(in SignableRequest request, string name)
    {
        foreach (var header in request.Headers.Span)
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static void Append(StringBuilder target, string name, string value) =>
        target.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
}
