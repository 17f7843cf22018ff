using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IamCore.Signing;

/// <summary>
/// Verifies requests signed with AWS Signature Version 4 for one endpoint, in the headers or in the query. The verifier knows no keys:
/// the host looks up the
/// access key between <see cref="TryRead"/> and <see cref="TryVerify"/>.
/// </summary>
/// <remarks>Safe for concurrent use. Keep one instance per endpoint, since it caches derived keys.</remarks>
/// <example>
/// <code>
/// bool Verify(SignatureVerifier verifier, in SignableRequest request, Func&lt;string, byte[]?&gt; findSecret)
/// {
///     if (!verifier.TryRead(in request, out RequestSignature signature, out SignatureFault? fault)
///         || findSecret(signature.AccessKeyId) is not { } secret)
///     {
///         return false;
///     }
///
///     bool isValid = verifier.TryVerify(in request, in signature, secret, out fault);
///     CryptographicOperations.ZeroMemory(secret);
///     return isValid;
/// }
/// </code>
/// </example>
public sealed class SignatureVerifier
{
    private readonly TimeProvider _time;
    private readonly SigningKeyCache _keys = new();

    /// <summary>Creates a verifier.</summary>
    /// <param name="endpoint">The endpoint: region, service and special rules.</param>
    /// <param name="time">The clock; the system clock if <see langword="null"/>.</param>
    public SignatureVerifier(SigningEndpoint endpoint, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        Endpoint = endpoint;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>The endpoint for which requests must be signed.</summary>
    public SigningEndpoint Endpoint { get; }

    /// <summary>Reads the authentication of a request and checks its scope and time (steps 1 to 3 of CR-095).</summary>
    /// <param name="request">The request.</param>
    /// <param name="signature">The signature, if the method returns <see langword="true"/>.</param>
    /// <param name="fault">
    /// The reason, if the method returns <see langword="false"/>; <see cref="SignatureFaultCode.MissingAuthenticationToken"/> if the
    /// request is not signed.
    /// </param>
    /// <returns>Whether the request has a well-formed signature for this endpoint and time.</returns>
    public bool TryRead(in SignableRequest request, out RequestSignature signature, [NotNullWhen(false)] out SignatureFault? fault)
    {
        if (!SignatureReader.TryRead(in request, out signature, out fault))
        {
            return false;
        }

        fault = FindScopeFault(in signature) ?? FindClockFault(in signature);
        return fault is null;
    }

    /// <summary>
    /// Verifies the payload hash and the signature (step 6 of CR-095), in time that does not depend on the position of a difference
    /// (CR-109).
    /// </summary>
    /// <param name="request">The request passed to <see cref="TryRead"/>.</param>
    /// <param name="signature">The signature that <see cref="TryRead"/> returned for it.</param>
    /// <param name="secretAccessKey">The secret access key in UTF-8; zero it afterwards.</param>
    /// <param name="fault">The reason, if the method returns <see langword="false"/>.</param>
    /// <returns>Whether the signature is valid.</returns>
    public bool TryVerify(
        in SignableRequest request,
        in RequestSignature signature,
        ReadOnlySpan<byte> secretAccessKey,
        [NotNullWhen(false)] out SignatureFault? fault)
    {
        if (signature.IsNone)
        {
            fault = Mismatch("The request was not read");
            return false;
        }

        fault = FindSignedHeadersFault(in request, in signature);
        if (fault is not null)
        {
            return false;
        }

        Span<char> payload = stackalloc char[SHA256.HashSizeInBytes * 2];
        fault = FindPayload(in request, in signature, payload, out var payloadLength);
        if (fault is not null)
        {
            return false;
        }

        Span<byte> key = stackalloc byte[SigningKey.Length];
        _keys.Derive(in signature, secretAccessKey, key);
        fault = Check(in request, in signature, key, payload[..payloadLength], omitToken: false);
        if (fault is not null && Endpoint.AcceptsUnsignedToken && signature.IsPresigned && signature.SessionToken is not null)
        {
            fault = Check(in request, in signature, key, payload[..payloadLength], omitToken: true);
        }

        CryptographicOperations.ZeroMemory(key);
        return fault is null;
    }

    private SignatureFault? FindScopeFault(in RequestSignature signature)
    {
        Span<char> timestamp = stackalloc char[SigningTime.Length];
        SigningTime.Format(signature.Time, timestamp);
        if (!signature.ScopeDate.Span.SequenceEqual(timestamp[..SigningTime.DateLength]))
        {
            return Mismatch("The date of the credential scope is not that of the request");
        }

        if (signature.ScopeTerminator.Span is not "aws4_request")
        {
            return Mismatch("Credential should be scoped with a valid terminator: 'aws4_request'.");
        }

        if (!signature.ScopeRegion.Span.SequenceEqual(Endpoint.Region))
        {
            return Mismatch("Credential should be scoped to a valid region.");
        }

        return signature.ScopeService.Span.SequenceEqual(Endpoint.Service)
            ? null : Mismatch($"Credential should be scoped to correct service: '{Endpoint.Service}'.");
    }

    /// <summary>
    /// A request signed in its headers must be within the allowed skew (CR-096); a presigned one is valid from its date, less the skew,
    /// for its seconds (CR-093).
    /// </summary>
    private SignatureFault? FindClockFault(in RequestSignature signature)
    {
        var now = _time.GetUtcNow();
        var skew = Endpoint.AllowedSkew;
        var isEarly = signature.Time - now > skew;
        if (signature.Expires is { } expires)
        {
            if (!isEarly)
            {
                return now - signature.Time > expires ? new(SignatureFaultCode.AccessDenied, "Request has expired") : null;
            }
        }
        else if (!isEarly && now - signature.Time <= skew)
        {
            return null;
        }

        if (Endpoint.IsS3Like)
        {
            return new(SignatureFaultCode.RequestTimeTooSkewed, "The difference between the request time and the current time is too large.");
        }

        var minutes = skew.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture);
        var (time, clock) = (SigningTime.Format(signature.Time), SigningTime.Format(now));
        return isEarly
            ? Mismatch($"Signature not yet current: {time} is still later than {SigningTime.Format(now + skew)} ({clock} + {minutes} min.)")
            : Mismatch($"Signature expired: {time} is now earlier than {SigningTime.Format(now - skew)} ({clock} - {minutes} min.)");
    }

    /// <summary>
    /// The names must be in lower case, sorted and distinct, and include <c>host</c> and all <c>x-amz-*</c> headers (CR-086, CR-087).
    /// </summary>
    private SignatureFault? FindSignedHeadersFault(in SignableRequest request, in RequestSignature signature)
    {
        var names = signature.SignedHeaders.Span;
        if (!SignedHeaderNames.AreInOrder(names))
        {
            return Mismatch("SignedHeaders must be lower-case names in order, each once");
        }

        if (!SignedHeaderNames.Contains(names, "host"))
        {
            return Mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }

        foreach (var header in request.Headers.Span)
        {
            if (header.Name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)
                && !SignedHeaderNames.Contains(names, header.Name)
                && !(Endpoint.AcceptsUnsignedToken && header.Name.Equals("x-amz-security-token", StringComparison.OrdinalIgnoreCase)))
            {
                return Mismatch($"The header '{header.Name.ToLowerInvariant()}' must be a 'SignedHeader' in the AWS Authorization.");
            }
        }

        return null;
    }

    /// <summary>Finds the payload part of the canonical request (CR-088, CR-093).</summary>
    private SignatureFault? FindPayload(in SignableRequest request, in RequestSignature signature, Span<char> payload, out int length)
    {
        length = payload.Length;
        var headers = SignatureHeaders.Read(request.Headers.Span, out var fault);
        if (fault is not null)
        {
            return fault;
        }

        if (headers.ContentHash is PayloadHash.Unsigned || (headers.ContentHash is null && signature.IsPresigned && Endpoint.IsS3Like))
        {
            length = PayloadHash.Unsigned.Length;
            PayloadHash.Unsigned.CopyTo(payload);
            return headers.ContentHash is null || Endpoint.AcceptsUnsignedPayload ? null : PayloadMismatch();
        }

        PayloadHash.Write(in request, payload);
        return headers.ContentHash is null || headers.ContentHash.AsSpan().SequenceEqual(payload) ? null : PayloadMismatch();
    }

    private SignatureFault? Check(
        in SignableRequest request, in RequestSignature signature, ReadOnlySpan<byte> key, ReadOnlySpan<char> payload, bool omitToken)
    {
        var canonical = new ByteWriter(stackalloc byte[2048]);
        var stringToSign = new ByteWriter(stackalloc byte[256]);
        var missing = CanonicalRequest.Write(
            ref canonical, in request, Endpoint.IsS3Like, signature.SignedHeaders.Span, payload, omitToken);
        CanonicalRequest.WriteStringToSign(ref stringToSign, signature.Time, signature.Scope.Span, canonical.Written);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, stringToSign.Written, mac);
        SignatureFault? fault = null;
        if (!missing.IsEmpty)
        {
            fault = Mismatch($"The signed header '{missing}' is not in the request");
        }
        else if (!IsHexOf(mac, signature.Value.Span))
        {
            fault = Mismatch("The request signature we calculated does not match the signature you provided");
        }

        if (fault is not null && Endpoint.ExposeCanonicalRequest)
        {
            fault = fault with
            {
                CanonicalRequest = Encoding.UTF8.GetString(canonical.Written),
                StringToSign = Encoding.UTF8.GetString(stringToSign.Written),
            };
        }

        CryptographicOperations.ZeroMemory(mac);
        stringToSign.Dispose();
        canonical.Dispose();
        return fault;
    }

    /// <summary>Compares in constant time with the lower-case hexadecimal that was sent.</summary>
    private static bool IsHexOf(ReadOnlySpan<byte> mac, ReadOnlySpan<char> sent)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes * 2];
        Span<byte> given = stackalloc byte[expected.Length];
        Convert.TryToHexStringLower(mac, expected, out _);
        var isEqual = sent.Length == given.Length
            && Ascii.FromUtf16(sent, given, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(expected, given);
        CryptographicOperations.ZeroMemory(expected);
        return isEqual;
    }

    private static SignatureFault Mismatch(string message) => new(SignatureFaultCode.SignatureDoesNotMatch, message);

    private static SignatureFault PayloadMismatch() =>
        new(SignatureFaultCode.XAmzContentSHA256Mismatch, "The provided 'x-amz-content-sha256' header does not match what was computed.");
}
