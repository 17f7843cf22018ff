using System.Text;
using IamCore.Signing;

namespace IamCore.Tests.Signing;

/// <summary>What is wrong with a request and the error it gives (CR-086 to CR-096).</summary>
public sealed class SignatureFaultTests
{
    private const string Authorization = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

    private static readonly RequestHeader Host = new("Host", "example.amazonaws.com");

    private static readonly RequestHeader Date = new("X-Amz-Date", "20150830T123600Z");

    [Theory]
    [InlineData("AWS4-HMAC-SHA256", SignatureFaultCode.IncompleteSignature)]
    [InlineData("AWS4-HMAC-SHA256 ", SignatureFaultCode.IncompleteSignature)]
    [InlineData("Bearer abc", SignatureFaultCode.IncompleteSignature)]
    [InlineData("AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20150830/service/aws4_request, SignedHeaders=host, Signature=00", SignatureFaultCode.IncompleteSignature)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date", SignatureFaultCode.IncompleteSignature)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=", SignatureFaultCode.IncompleteSignature)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=, Signature=00", SignatureFaultCode.IncompleteSignature)]
    [InlineData("AWS4-HMAC-SHA256 Credential=/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=00", SignatureFaultCode.IncompleteSignature)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service, SignedHeaders=host;x-amz-date, Signature=00", SignatureFaultCode.IncompleteSignature)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request/x, SignedHeaders=host;x-amz-date, Signature=00", SignatureFaultCode.IncompleteSignature)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, Signature=00", SignatureFaultCode.IncompleteSignature)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150829/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=00", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws5_request, SignedHeaders=host;x-amz-date, Signature=00", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-2/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=00", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/other/aws4_request, SignedHeaders=host;x-amz-date, Signature=00", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=x-amz-date, Signature=00", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host, Signature=00", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=x-amz-date;host, Signature=00", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=Host;x-amz-date, Signature=00", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-absent;x-amz-date, Signature=00", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5FA00FA31553B73EBF1942676E86291E8372FF2A2260956D9B8AAE1D763FBF31", SignatureFaultCode.SignatureDoesNotMatch)]
    public void CR_081_to_CR_095_a_faulty_authorization_header_gives_its_error(string authorization, SignatureFaultCode expected) =>
        Assert.Equal(expected, CodeOf(new("GET", "/", new RequestHeader[] { Host, Date, new("Authorization", authorization) })));

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,SignedHeaders=host;x-amz-date,Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("AWS4-HMAC-SHA256   Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31,  SignedHeaders=host;x-amz-date, Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request")]
    public void CR_091_the_parts_stand_in_any_order_with_or_without_spaces(string authorization) =>
        Assert.Null(CodeOf(new("GET", "/", new RequestHeader[] { Host, Date, new("Authorization", authorization) })));

    [Fact]
    public void CR_095_a_request_without_authentication_says_so() =>
        Assert.Equal(SignatureFaultCode.MissingAuthenticationToken, CodeOf(new("GET", "/?a=b", new[] { Host, Date })));

    [Theory]
    [InlineData("authorization", Authorization)]
    [InlineData("host", "example.amazonaws.com")]
    [InlineData(":authority", "example.amazonaws.com")]
    [InlineData("x-amz-date", "20150830T123600Z")]
    public void CR_086_a_header_that_must_be_unique_is_refused_when_it_is_there_twice(string name, string value) =>
        Assert.Equal(SignatureFaultCode.IncompleteSignature, CodeOf(Valid().With(new RequestHeader(name, value))));

    [Theory]
    [InlineData("x-amz-security-token")]
    [InlineData("x-amz-content-sha256")]
    public void CR_086_so_is_one_that_is_optional(string name) =>
        Assert.Equal(SignatureFaultCode.IncompleteSignature, CodeOf(Valid().With(new(name, "a"), new(name.ToUpperInvariant(), "a"))));

    [Theory]
    [InlineData("X-Amz-Algorithm=AWS4-HMAC-SHA256")]
    [InlineData("x-amz-date=20150830T123600Z")]
    [InlineData("X%2DAmz-Expires=60")]
    [InlineData("X-Amz-SignedHeaders=host")]
    [InlineData("X-Amz-Credential=a")]
    [InlineData("X-Amz-Signature=00")]
    public void CR_086_a_query_parameter_of_signing_given_twice_is_refused(string parameter) =>
        Assert.Equal(SignatureFaultCode.IncompleteSignature, CodeOf(Presigned(60).Retarget(target => $"{target}&{parameter}")));

    [Fact]
    public void CR_094_both_forms_in_one_request_are_refused()
    {
        SigningFixture.Verifier().TryRead(Presigned(60).With(Date, new("Authorization", Authorization)), out _, out var fault);
        Assert.Equal(SignatureFaultCode.IncompleteSignature, fault!.Code);
        Assert.Contains("Only one authentication mechanism", fault.Message, StringComparison.Ordinal);
        Assert.Equal(400, fault.HttpStatusCode);
    }

    [Theory]
    [InlineData("X-Amz-Algorithm")]
    [InlineData("X-Amz-Credential")]
    [InlineData("X-Amz-Date")]
    [InlineData("X-Amz-Expires")]
    [InlineData("X-Amz-SignedHeaders")]
    [InlineData("X-Amz-Signature")]
    public void CR_095_a_presigned_request_without_one_of_its_parts_is_incomplete(string name) =>
        Assert.Equal(SignatureFaultCode.IncompleteSignature, CodeOf(Presigned(60).Retarget(target => target.Replace(name, "Y-Other", StringComparison.Ordinal))));

    [Theory]
    [InlineData("0")]
    [InlineData("604801")]
    [InlineData("-1")]
    [InlineData("+60")]
    [InlineData("1.5")]
    [InlineData("")]
    public void CR_093_seconds_out_of_range_are_incomplete(string seconds) =>
        Assert.Equal(SignatureFaultCode.IncompleteSignature, CodeOf(Presigned(60).Retarget(t => t.Replace("Expires=60", $"Expires={seconds}", StringComparison.Ordinal))));

    [Theory]
    [InlineData(-300, null)]
    [InlineData(-301, SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData(0, null)]
    [InlineData(300, null)]
    [InlineData(301, SignatureFaultCode.SignatureDoesNotMatch)]
    public void CR_096_the_clock_may_differ_by_five_minutes(int secondsAhead, SignatureFaultCode? expected)
    {
        var fault = SigningFixture.Check(SigningFixture.Verifier(offset: TimeSpan.FromSeconds(secondsAhead)), Valid());
        Assert.Equal(expected, fault?.Code);
        Assert.StartsWith(secondsAhead > 0 ? "Signature expired: 20150830T123600Z" : "Signature not yet current: 20150830T123600Z", fault?.Message ?? (secondsAhead > 0 ? "Signature expired: 20150830T123600Z" : "Signature not yet current: 20150830T123600Z"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-901, SignatureFaultCode.RequestTimeTooSkewed)]
    [InlineData(-900, null)]
    [InlineData(900, null)]
    [InlineData(901, SignatureFaultCode.RequestTimeTooSkewed)]
    public void CR_096_at_S3_like_services_by_fifteen(int secondsAhead, SignatureFaultCode? expected)
    {
        var request = new SignableRequest("GET", "/k", new[] { Host }).Signed(SigningFixture.Signer(s3Like: true));
        Assert.Equal(expected, SigningFixture.Check(SigningFixture.Verifier(s3Like: true, offset: TimeSpan.FromSeconds(secondsAhead)), request)?.Code);
    }

    [Theory]
    [InlineData(-301, SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData(-300, null)]
    [InlineData(60, null)]
    [InlineData(61, SignatureFaultCode.AccessDenied)]
    public void CR_093_a_presigned_request_is_good_from_its_date_less_the_skew_to_its_end(int secondsAhead, SignatureFaultCode? expected)
    {
        var fault = SigningFixture.Check(SigningFixture.Verifier(offset: TimeSpan.FromSeconds(secondsAhead)), Presigned(60));
        Assert.Equal(expected, fault?.Code);
        Assert.True(secondsAhead != 61 || fault!.Message == "Request has expired");
    }

    [Theory]
    [InlineData("Sun, 30 Aug 2015 12:36:00 GMT", true)]
    [InlineData("20150830T123600Z", true)]
    [InlineData("2015-08-30T12:36:00Z", false)]
    public void CR_091_without_x_amz_date_the_date_header_gives_the_time(string date, bool isReadable)
    {
        // The string to sign has the time in basic form, so the signature of a request with only "host" signed can be computed apart.
        var request = new SignableRequest("GET", "/", new[] { Host, new("Date", date), new("Authorization", Authorization) });
        var read = SigningFixture.Verifier().TryRead(request, out var signature, out var fault);
        Assert.Equal(isReadable, read);
        Assert.Equal(isReadable ? SigningFixture.Time : default, signature.Time);
        Assert.Equal(isReadable ? null : SignatureFaultCode.IncompleteSignature, fault?.Code);
    }

    [Fact]
    public void CR_086_an_unsigned_x_amz_header_is_named()
    {
        var fault = SigningFixture.Check(SigningFixture.Verifier(), Valid().With(new RequestHeader("X-Amz-Meta-Colour", "blue")));
        Assert.Equal(SignatureFaultCode.SignatureDoesNotMatch, fault!.Code);
        Assert.Contains("x-amz-meta-colour", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CR_086_without_host_among_the_signed_the_message_is_that_of_the_service()
    {
        var fault = SigningFixture.Check(SigningFixture.Verifier(), new("GET", "/", new[] { Host, Date, new("Authorization", Authorization.Replace("host;", "", StringComparison.Ordinal)) }));
        Assert.Equal("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.", fault!.Message);
    }

    [Theory]
    [InlineData(false, "UNSIGNED-PAYLOAD", false, SignatureFaultCode.XAmzContentSHA256Mismatch)]
    [InlineData(true, "UNSIGNED-PAYLOAD", true, null)]
    [InlineData(true, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", false, SignatureFaultCode.XAmzContentSHA256Mismatch)]
    [InlineData(false, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", false, SignatureFaultCode.XAmzContentSHA256Mismatch)]
    public void CR_088_a_declared_payload_hash_must_be_that_of_the_body(bool s3Like, string declared, bool verifies, SignatureFaultCode? expected)
    {
        var request = new SignableRequest("PUT", "/k", new[] { Host, new("x-amz-content-sha256", declared) }, Encoding.ASCII.GetBytes("body"))
            .Signed(SigningFixture.Signer(s3Like: s3Like));
        var fault = SigningFixture.Check(SigningFixture.Verifier(s3Like: s3Like), request);
        Assert.Equal(verifies, fault is null);
        Assert.Equal(expected, fault?.Code);
    }

    [Fact]
    public void CR_088_a_presigned_request_with_another_body_fails_and_an_S3_like_one_does_not()
    {
        var plain = new SignableRequest("PUT", "/k", new[] { Host });
        var (usual, s3) = (SigningFixture.Signer(), SigningFixture.Signer(s3Like: true));
        SignableRequest With(RequestSigner signer) =>
            new("PUT", signer.Presign(plain, SigningFixture.KeyId, SigningFixture.Secret, TimeSpan.FromMinutes(1)), plain.Headers, Encoding.ASCII.GetBytes("other"));

        Assert.Equal(SignatureFaultCode.SignatureDoesNotMatch, CodeOf(With(usual)));
        Assert.Null(SigningFixture.Check(SigningFixture.Verifier(s3Like: true), With(s3)));
    }

    [Theory]
    [InlineData("GET /", "/")]
    [InlineData("GET\n/", "/")]
    [InlineData("", "/")]
    [InlineData("GET", "no-slash")]
    [InlineData("GET", "/a\nb")]
    public void What_has_no_canonical_form_is_refused(string method, string target) =>
        Assert.Equal(SignatureFaultCode.IncompleteSignature, CodeOf(new(method, target, Valid().Headers)));

    [Fact]
    public void Neither_has_half_a_surrogate_pair() => // not a row: it does not survive the test runner's own encoding
        Assert.Equal(SignatureFaultCode.IncompleteSignature, CodeOf(new("GET", $"/{(char)0xD800}", Valid().Headers)));

    [Fact]
    public void CR_086_authority_is_host()
    {
        var request = Valid().Without("host").With(new RequestHeader(":authority", "example.amazonaws.com"));
        Assert.Null(CodeOf(request));
    }

    [Fact]
    public void CR_089_another_region_or_service_is_told_apart_by_its_message()
    {
        Assert.Equal("Credential should be scoped to a valid region.", MessageOf("us-east-1", "eu-west-1"));
        Assert.StartsWith("Credential should be scoped to correct service", MessageOf("/service/", "/other/"), StringComparison.Ordinal);

        static string MessageOf(string old, string with) => SigningFixture.Check(
            SigningFixture.Verifier(), new("GET", "/", new[] { Host, Date, new("Authorization", Authorization.Replace(old, with, StringComparison.Ordinal)) }))!.Message;
    }

    [Fact]
    public void CR_107_neither_secret_nor_token_nor_query_show_in_texts()
    {
        var request = Presigned(60, token: "T0ken");
        SigningFixture.Verifier().TryRead(request, out var signature, out _);
        Assert.Equal("T0ken", signature.SessionToken);
        var shown = string.Join('\n', request.ToString(), signature.ToString(), request.Headers.Span[0].ToString(), new RequestHeader("x-amz-security-token", "T0ken").ToString());
        Assert.DoesNotContain("T0ken", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Amz-Signature", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void CR_100_the_canonical_request_is_told_only_where_the_end_point_says_so()
    {
        var quiet = new SignatureVerifier(new SigningEndpoint("us-east-1", "service"), new FakeTimeProvider(SigningFixture.Time));
        var fault = SigningFixture.Check(quiet, Valid().Retarget(_ => "/x"));
        Assert.Equal(SignatureFaultCode.SignatureDoesNotMatch, fault!.Code);
        Assert.Null(fault.CanonicalRequest);
        Assert.Null(fault.StringToSign);
    }

    private static SignableRequest Valid() => new("GET", "/", new RequestHeader[] { Host, Date, new("Authorization", Authorization) });

    private static SignableRequest Presigned(int seconds, string? token = null)
    {
        var plain = new SignableRequest("GET", "/a?b=c", new[] { Host });
        return plain.Retarget(_ => SigningFixture.Signer().Presign(plain, SigningFixture.KeyId, SigningFixture.Secret, TimeSpan.FromSeconds(seconds), token));
    }

    private static SignatureFaultCode? CodeOf(SignableRequest request) => SigningFixture.Check(SigningFixture.Verifier(), request)?.Code;
}
