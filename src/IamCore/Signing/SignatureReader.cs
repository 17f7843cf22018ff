using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace IamCore.Signing;

/// <summary>
/// Reads the authentication of a request (CR-091, CR-093) and rejects everything that two readers could interpret differently (CR-086,
/// CR-094).
/// </summary>
internal static class SignatureReader
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    private static readonly SearchValues<char> TokenChars =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\0");

    private static readonly SearchValues<char> KeyIdChars =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    public static bool TryRead(in SignableRequest request, out RequestSignature signature, [NotNullWhen(false)] out SignatureFault? fault)
    {
        signature = default;
        fault = FindUnsignable(in request);
        if (fault is not null)
        {
            return false;
        }

        var headers = SignatureHeaders.Read(request.Headers.Span, out fault);
        if (fault is not null)
        {
            return false;
        }

        var query = PresignedQuery.Read(request.Query, out fault);
        if (fault is not null)
        {
            return false;
        }

        if (headers.Authorization is null && !query.IsPresent)
        {
            fault = new(SignatureFaultCode.MissingAuthenticationToken, "Request is missing Authentication Token");
            return false;
        }

        if (headers.Authorization is not null && query.IsPresent)
        {
            fault = Incomplete("Only one authentication mechanism may be used: the Authorization header or the query parameters, not both");
            return false;
        }

        fault = headers.Authorization is null
            ? ReadQuery(in query, in headers, out signature)
            : ReadHeader(headers.Authorization, in headers, in query, out signature);
        return fault is null;
    }

    /// <summary>Control characters and malformed UTF-16 have no canonical form.</summary>
    private static SignatureFault? FindUnsignable(in SignableRequest request)
    {
        if (request.Method.Length == 0 || request.Method.AsSpan().ContainsAnyExcept(TokenChars))
        {
            return Incomplete("The method is not a token");
        }

        var target = request.Target;
        if ((target.Length > 0 && target[0] is not ('/' or '?')) || target.AsSpan().ContainsAny(LineBreaks) || !IsWellFormed(target))
        {
            return Incomplete("The request target is not an absolute path with an optional query");
        }

        foreach (var header in request.Headers.Span)
        {
            if (header.Value is null || string.IsNullOrEmpty(header.Name)
                || header.Value.AsSpan().ContainsAny(LineBreaks) || !IsWellFormed(header.Value))
            {
                return Incomplete("A header has no name, or a value with control characters");
            }
        }

        return null;
    }

    private static SignatureFault? ReadHeader(
        string authorization, in SignatureHeaders headers, in PresignedQuery query, out RequestSignature signature)
    {
        signature = default;
        var space = authorization.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !authorization.AsSpan(0, space).SequenceEqual(Algorithm))
        {
            return UnsupportedAlgorithm();
        }

        if (!AuthorizationParts.TryRead(authorization.AsMemory(space + 1), out var parts))
        {
            return Incomplete("Authorization header requires exactly the parts Credential, SignedHeaders and Signature, each once");
        }

        if (query.SecurityToken is not null)
        {
            return Incomplete("The session token belongs into the x-amz-security-token header where the Authorization header is used");
        }

        if ((headers.AmzDate ?? headers.Date) is not { } dateText)
        {
            return Incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header");
        }

        var isTime = headers.AmzDate is null
            ? SigningTime.TryParseDateHeader(dateText, out var time) : SigningTime.TryParse(dateText.AsSpan().Trim(' '), out time);
        return isTime
            ? Assemble(parts.Credential, parts.SignedHeaders, parts.Signature, time, null, headers.SecurityToken, out signature)
            : Incomplete("The date of the request must be in the basic format yyyyMMddTHHmmssZ");
    }

    private static SignatureFault? ReadQuery(in PresignedQuery query, in SignatureHeaders headers, out RequestSignature signature)
    {
        signature = default;
        if (query.Algorithm is not (null or Algorithm))
        {
            return UnsupportedAlgorithm();
        }

        if (query.Algorithm is null || query.Credential is null || query.Date is null || query.Expires is null
            || query.SignedHeaders is null || query.Signature is null)
        {
            return Incomplete("A presigned request requires X-Amz-Algorithm, X-Amz-Credential, X-Amz-Date, X-Amz-Expires, X-Amz-SignedHeaders and X-Amz-Signature");
        }

        if (headers.SecurityToken is not null)
        {
            return Incomplete("The session token of a presigned request belongs into the query");
        }

        if (!SigningTime.TryParse(query.Date, out var time))
        {
            return Incomplete("X-Amz-Date must be in the basic format yyyyMMddTHHmmssZ");
        }

        if (!int.TryParse(query.Expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1 or > 604_800)
        {
            return Incomplete("X-Amz-Expires must be from 1 to 604800 seconds");
        }

        return Assemble(
            query.Credential.AsMemory(), query.SignedHeaders.AsMemory(), query.Signature.AsMemory(), time, TimeSpan.FromSeconds(seconds),
            query.SecurityToken, out signature);
    }

    private static SignatureFault? Assemble(
        ReadOnlyMemory<char> credential,
        ReadOnlyMemory<char> signedHeaders,
        ReadOnlyMemory<char> value,
        DateTimeOffset time,
        TimeSpan? expires,
        string? token,
        out RequestSignature signature)
    {
        signature = default;
        Span<Range> parts = stackalloc Range[6];
        var text = credential.Span;
        if (text.Split(parts, '/') != 5)
        {
            return Incomplete("Credential must have five parts: access key id, date, region, service and aws4_request");
        }

        var keyId = text[parts[0]];
        if (keyId.Length is 0 or > 128 || keyId.ContainsAnyExcept(KeyIdChars) || value.IsEmpty || signedHeaders.IsEmpty || token is "")
        {
            return Incomplete("Credential, SignedHeaders, Signature and session token must not be empty or malformed");
        }

        signature = new RequestSignature
        {
            AccessKeyId = keyId.ToString(),
            SessionToken = token,
            Time = time,
            Expires = expires,
            Scope = credential[(keyId.Length + 1)..],
            ScopeDate = credential[parts[1]],
            ScopeRegion = credential[parts[2]],
            ScopeService = credential[parts[3]],
            ScopeTerminator = credential[parts[4]],
            SignedHeaders = signedHeaders,
            Value = value,
        };
        return null;
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return true;
        }

        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != OperationStatus.Done)
            {
                return false;
            }

            text = text[consumed..];
        }

        return true;
    }

    private static SignatureFault UnsupportedAlgorithm() => Incomplete($"The only algorithm is {Algorithm}");

    private static SignatureFault Incomplete(string message) => new(SignatureFaultCode.IncompleteSignature, message);
}
