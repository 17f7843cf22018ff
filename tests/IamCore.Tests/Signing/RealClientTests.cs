using System.Diagnostics;
using System.Text;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using IamCore.Signing;

namespace IamCore.Tests.Signing;

/// <summary>Requests signed by other people's clients verify, and with any part changed they do not.</summary>
public sealed class RealClientTests(ITestOutputHelper output)
{
    private const string KeyId = "AKIAIOSFODNN7EXAMPLE";

    private static readonly byte[] SecretBytes = Encoding.ASCII.GetBytes(SigningFixture.Secret);

    [Theory]
    [InlineData("service", "/")]
    [InlineData("service", "/documents/42?a=0&a=1&b=2")] // in order: curl before 8.0 signs the query as it stands
    [InlineData("service", "/plain-._~path/?Action=ListUsers&Version=2010-05-08")]
    [InlineData("service", "/x", "-d", "hello=world", "-H", "X-Amz-Meta-Colour: blue")]
    [InlineData("service", "/x", "-X", "PUT", "--data-binary", "{\"a\":1}", "-H", "Content-Type: application/json")]
    public async Task A_request_signed_by_curl_verifies(string service, string target, params string[] arguments)
    {
        if (!CurlIsThere())
        {
            output.WriteLine("SKIPPED: curl is not installed on this machine, nothing was tested");
            return;
        }

        using var listener = new LoopbackListener();
        var serving = listener.ServeOneAsync();
        using var curl = Process.Start(new ProcessStartInfo("curl", [
            "--silent", "--show-error", "--max-time", "15", "--aws-sigv4", $"aws:amz:us-east-1:{service}", "--user", $"{KeyId}:{SigningFixture.Secret}",
            .. arguments, $"{listener.Address.GetLeftPart(UriPartial.Authority)}{target}"])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var request = await serving;
        await curl.WaitForExitAsync();
        Assert.Equal(0, curl.ExitCode);

        AssertVerifiesAndResistsChange(request, new SigningEndpoint("us-east-1", service) { ExposeCanonicalRequest = true });
    }

    [Fact]
    public async Task A_request_signed_by_the_AWS_SDK_for_NET_verifies()
    {
        using var listener = new LoopbackListener();
        var serving = listener.ServeOneAsync(CallerIdentityResponse);
        var response = await CallAsync(listener, new BasicAWSCredentials(KeyId, SigningFixture.Secret));
        var request = await serving;

        Assert.Equal("123456789012", response.Account);
        AssertVerifiesAndResistsChange(request, new SigningEndpoint("us-east-1", "sts") { ExposeCanonicalRequest = true });
    }

    [Fact]
    public async Task A_request_signed_by_the_AWS_SDK_with_a_session_token_verifies()
    {
        const string token = "IQoJb3JpZ2luX2VjEXAMPLE//TOKEN==";
        using var listener = new LoopbackListener();
        var serving = listener.ServeOneAsync(CallerIdentityResponse);
        await CallAsync(listener, new SessionAWSCredentials("ASIAIOSFODNN7EXAMPLE", SigningFixture.Secret, token));
        var request = await serving;
        var verifier = new SignatureVerifier(new SigningEndpoint("us-east-1", "sts"));

        Assert.True(verifier.TryRead(in request, out var signature, out var fault), fault?.ToString());
        Assert.Equal(token, signature.SessionToken);
        Assert.Equal("ASIAIOSFODNN7EXAMPLE", signature.AccessKeyId);
        Assert.True(verifier.TryVerify(in request, in signature, SecretBytes, out fault), fault?.ToString());
    }

    private const string CallerIdentityResponse =
        """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/alice</Arn><UserId>AIDAAAAAAAAAAAAAAAAAA</UserId><Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>
        """;

    private static async Task<GetCallerIdentityResponse> CallAsync(LoopbackListener listener, AWSCredentials credentials)
    {
        var config = new AmazonSecurityTokenServiceConfig
        {
            ServiceURL = listener.Address.ToString(),
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            Timeout = TimeSpan.FromSeconds(15),
        };
        using var client = new AmazonSecurityTokenServiceClient(credentials, config);
        return await client.GetCallerIdentityAsync(new GetCallerIdentityRequest());
    }

    /// <summary>The request verifies; with one part changed it is refused with the code of that part.</summary>
    private static void AssertVerifiesAndResistsChange(SignableRequest request, SigningEndpoint endpoint)
    {
        var verifier = new SignatureVerifier(endpoint);
        var fault = SigningFixture.Check(verifier, request, SecretBytes);
        Assert.True(fault is null, $"{fault}\n{fault?.CanonicalRequest}");

        Assert.Equal(SignatureFaultCode.SignatureDoesNotMatch, CodeOf(Retarget(request, Insert(request.Target, 1, "x"))));
        Assert.Equal(SignatureFaultCode.SignatureDoesNotMatch, CodeOf(Retarget(request, request.Target + (request.Target.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "z=1")));
        Assert.Equal(SignatureFaultCode.SignatureDoesNotMatch, CodeOf(new(request.Method + "X", request.Target, request.Headers, request.Body)));
        Assert.Equal(SignatureFaultCode.SignatureDoesNotMatch, CodeOf(Replace(request, "host", host => "a" + host)));
        Assert.Equal(SignatureFaultCode.SignatureDoesNotMatch, CodeOf(Replace(request, "x-amz-date", date => Flip(date, 14))));
        Assert.Equal(SignatureFaultCode.SignatureDoesNotMatch, CodeOf(Replace(request, "authorization", value => Flip(value, value.Length - 1))));
        Assert.Equal(
            HasHeader(request, "x-amz-content-sha256") ? SignatureFaultCode.XAmzContentSHA256Mismatch : SignatureFaultCode.SignatureDoesNotMatch,
            CodeOf(new(request.Method, request.Target, request.Headers, (byte[])[.. request.Body.Span, 1])));
        Assert.Equal(SignatureFaultCode.SignatureDoesNotMatch, SigningFixture.Check(verifier, request, [.. SecretBytes[..^1], (byte)'Z'])!.Code);

        SignatureFaultCode? CodeOf(SignableRequest changed) => SigningFixture.Check(verifier, changed, SecretBytes)?.Code;
    }

    private static bool HasHeader(SignableRequest request, string name) =>
        request.Headers.ToArray().Any(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static SignableRequest Replace(SignableRequest request, string name, Func<string, string> change) =>
        request with
        {
            Headers = request.Headers.ToArray()
                .Select(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase) ? h with { Value = change(h.Value) } : h).ToArray(),
        };

    private static SignableRequest Retarget(SignableRequest request, string target) => new(request.Method, target, request.Headers, request.Body);

    private static string Insert(string text, int index, string inserted) => text.Insert(index, inserted);

    private static string Flip(string text, int index) => $"{text[..index]}{(text[index] == '0' ? '1' : '0')}{text[(index + 1)..]}";

    private static bool CurlIsThere()
    {
        try
        {
            using var curl = Process.Start(new ProcessStartInfo("curl", ["--version"]) { RedirectStandardOutput = true })!;
            return curl.StandardOutput.ReadToEnd().Length > 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
