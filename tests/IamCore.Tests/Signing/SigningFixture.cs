using System.Text;
using IamCore.Signing;

namespace IamCore.Tests.Signing;

/// <summary>The published example credentials and the helpers that turn a row into a request.</summary>
internal static class SigningFixture
{
    public const string KeyId = "AKIDEXAMPLE";

    public const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    public static readonly byte[] SecretBytes = Encoding.ASCII.GetBytes(Secret);

    public static readonly DateTimeOffset Time = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);

    public static SignatureVerifier Verifier(string service = "service", bool s3Like = false, TimeSpan offset = default, bool unsignedToken = false) =>
        new(
            new SigningEndpoint("us-east-1", service)
            {
                IsS3Like = s3Like,
                AcceptsUnsignedPayload = s3Like,
                AcceptsUnsignedToken = unsignedToken,
                ExposeCanonicalRequest = true,
            },
            new FakeTimeProvider(Time + offset));

    public static RequestSigner Signer(string service = "service", bool s3Like = false, TimeSpan offset = default) =>
        new(new SigningEndpoint("us-east-1", service) { IsS3Like = s3Like }, new FakeTimeProvider(Time + offset));

    /// <summary>Request line, headers, empty line, body, with line feeds. The published suite writes several
    /// values of one header as folded lines.</summary>
    public static SignableRequest Parse(string text)
    {
        var headEnd = text.IndexOf("\n\n", StringComparison.Ordinal);
        var head = headEnd < 0 ? text : text[..headEnd];
        var body = headEnd < 0 ? "" : text[(headEnd + 2)..];
        var lines = Unfolded(head).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var first = lines[0].IndexOf(' ', StringComparison.Ordinal);
        var last = lines[0].LastIndexOf(' ');
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Select(parts => new RequestHeader(parts[0], parts[1])).ToArray();
        return new(lines[0][..first], lines[0][(first + 1)..last], headers, Encoding.UTF8.GetBytes(body));
    }

    private static string Unfolded(string head) =>
        System.Text.RegularExpressions.Regex.Replace(head, @"\n(.*?):(.*)(?:\n[ ]+(.*))+", match =>
            string.Concat(match.Groups[3].Captures.Select(c => c.Value).Prepend(match.Groups[2].Value).Select(v => $"\n{match.Groups[1].Value}:{v}")));

    /// <summary>The fault of a request, or null when it verifies.</summary>
    public static SignatureFault? Check(SignatureVerifier verifier, in SignableRequest request, byte[]? secret = null) =>
        !verifier.TryRead(in request, out var signature, out var fault) || !verifier.TryVerify(in request, in signature, secret ?? SecretBytes, out fault)
            ? fault : null;

    public static SignableRequest With(this SignableRequest request, params RequestHeader[] added) =>
        request with { Headers = (RequestHeader[])[.. request.Headers.Span, .. added] };

    public static SignableRequest Without(this SignableRequest request, string name) =>
        request with { Headers = request.Headers.ToArray().Where(h => !h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray() };

    public static SignableRequest Retarget(this SignableRequest request, Func<string, string> change) =>
        new(request.Method, change(request.Target), request.Headers, request.Body);

    public static SignableRequest Signed(this SignableRequest request, RequestSigner signer, string? token = null) =>
        request.With([.. signer.Sign(in request, KeyId, Secret, token)]);
}
