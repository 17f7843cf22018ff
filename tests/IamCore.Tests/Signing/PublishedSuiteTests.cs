using IamCore.Signing;

namespace IamCore.Tests.Signing;

/// <summary>The published test suite of Signature Version 4 (CR-121): signed requests that must verify. The cases named "unnormalized" are
/// those of services whose paths are signed as sent (CR-084).</summary>
public sealed class PublishedSuiteTests
{
    private const string Token =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    /// <summary>Name; request line; headers but host, date and Authorization; signed headers; signature.</summary>
    public static TheoryData<string, string, string, string, string> HeaderCases => new()
    {
        { "get-header-key-duplicate", "GET /", "My-Header1:value2\nMy-Header1:value2\nMy-Header1:value1\n", "host;my-header1;x-amz-date", "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea" },
        { "get-header-value-multiline", "GET /", "My-Header1:value1\n  value2\n     value3\n", "host;my-header1;x-amz-date", "ba17b383a53190154eb5fa66a1b836cc297cc0a3d70a5d00705980573d8ff790" },
        { "get-header-value-order", "GET /", "My-Header1:value4\nMy-Header1:value1\nMy-Header1:value3\nMy-Header1:value2\n", "host;my-header1;x-amz-date", "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01" },
        { "get-header-value-trim", "GET /", "My-Header1: value1\nMy-Header2: \"a   b   c\"\n", "host;my-header1;my-header2;x-amz-date", "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736" },
        { "get-relative-normalized", "GET /example/..", "", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" },
        { "get-relative-unnormalized", "GET /example/..", "", "host;x-amz-date", "eca7ead57bb5aa5c8e28007acd4ff04e1ff9a0ff3b237ec1554a184887ff9282" },
        { "get-relative-relative-normalized", "GET /example1/example2/../..", "", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" },
        { "get-relative-relative-unnormalized", "GET /example1/example2/../..", "", "host;x-amz-date", "dc33e0856fd4baca4d7aa2146c38958283844764f38c74252a333df5e613003b" },
        { "get-slash-dot-slash-normalized", "GET /./", "", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" },
        { "get-slash-dot-slash-unnormalized", "GET /./", "", "host;x-amz-date", "68714168e6557f8f2de0ef956fc24dc2593a4bd2961f8df51898d8a134695145" },
        { "get-slash-normalized", "GET //", "", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" },
        { "get-slash-unnormalized", "GET //", "", "host;x-amz-date", "c88bcd3d312d75078c0cd961d6deae3f4c754924b01669efcfcb439fd5e5b76e" },
        { "get-slash-pointless-dot-normalized", "GET /./example", "", "host;x-amz-date", "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5" },
        { "get-slash-pointless-dot-unnormalized", "GET /./example", "", "host;x-amz-date", "beb03f223f7deae4146464f06e29eebbee9c8afbe15c290cf07aa8b119e14cff" },
        { "get-slashes-normalized", "GET //example//", "", "host;x-amz-date", "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84" },
        { "get-slashes-unnormalized", "GET //example//", "", "host;x-amz-date", "87cca117541a147f6df867677d98a7d80dff226d2bfca9e4ffa899665623c7e5" },
        { "get-space-normalized", "GET /example space/", "", "host;x-amz-date", "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741" },
        { "get-space-unnormalized", "GET /example space/", "", "host;x-amz-date", "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741" },
        { "get-unreserved", "GET /-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "", "host;x-amz-date", "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f" },
        { "get-utf8", "GET /\u1234", "", "host;x-amz-date", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85" },
        { "get-vanilla", "GET /", "", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" },
        { "get-vanilla-empty-query-key", "GET /?Param1=value1", "", "host;x-amz-date", "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb" },
        { "get-vanilla-query", "GET /", "", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" },
        { "get-vanilla-query-order-encoded", "GET /?Param-3=Value3&Param=Value2&%E1%88%B4=Value1", "", "host;x-amz-date", "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac" },
        { "get-vanilla-query-order-key-case", "GET /?Param2=value2&Param1=value1", "", "host;x-amz-date", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500" },
        { "get-vanilla-query-unreserved", "GET /?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "", "host;x-amz-date", "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197" },
        { "get-vanilla-utf8-query", "GET /?\u1234=bar", "", "host;x-amz-date", "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04" },
        { "get-vanilla-with-session-token", "GET /", "X-Amz-Security-Token:6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267\n", "host;x-amz-date;x-amz-security-token", "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8" },
        { "post-header-key-case", "POST /", "", "host;x-amz-date", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b" },
        { "post-header-key-sort", "POST /", "My-Header1:value1\n", "host;my-header1;x-amz-date", "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c" },
        { "post-header-value-case", "POST /", "My-Header1:VALUE1\n", "host;my-header1;x-amz-date", "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d" },
        { "post-sts-header-before", "POST /", $"X-Amz-Security-Token:{Token}\n", "host;x-amz-date;x-amz-security-token", "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead" },
        { "post-vanilla", "POST /", "", "host;x-amz-date", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b" },
        { "post-vanilla-empty-query-value", "POST /?Param1=value1", "", "host;x-amz-date", "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11" },
        { "post-vanilla-query", "POST /?Param1=value1", "", "host;x-amz-date", "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11" },
        { "post-x-www-form-urlencoded", "POST /", "Content-Type:application/x-www-form-urlencoded\nContent-Length:13\nx-amz-content-sha256:9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e\n", "content-length;content-type;host;x-amz-content-sha256;x-amz-date", "d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b" },
        { "post-x-www-form-urlencoded-parameters", "POST /", "Content-Type:application/x-www-form-urlencoded; charset=utf-8\nContent-Length:13\nx-amz-content-sha256:9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e\n", "content-length;content-type;host;x-amz-content-sha256;x-amz-date", "328d1b9eaadca9f5818ef05e8392801e091653bafec24fcab71e7344e7f51422" },
    };

    /// <summary>Name; method and target up to the signature; headers but host; signature.</summary>
    public static TheoryData<string, string, string, string, string> QueryCases => new()
    {
        { "get-vanilla-utf8-query", "/?\u1234=bar&", "host", "", "0bdd809b1519ac4f0c1dc3540e2cc46bd0c7f778eda408b2ebf3b913d21ff600" },
        { "get-header-value-trim", "/?", "host%3Bmy-header1%3Bmy-header2", "My-Header1: value1\nMy-Header2: \"a   b   c\"\n", "e7bb0fd515e125e1aec2ecc4c0c17484fb06f6846b927c35e46005dd3df3acd4" },
        { "get-space-normalized", "/example space/?", "host", "", "7a1f416954786484c9824d93c1f26ef64acb9b1b6c9154d08c9f07d0e394abf6" },
    };

    [Theory]
    [MemberData(nameof(HeaderCases))]
    public void CR_121_a_request_of_the_published_suite_verifies(
        string name, string line, string headers, string signedHeaders, string signature)
    {
        var body = headers.Contains("Content-Length:13", StringComparison.Ordinal) ? "Param1=value1" : "";
        var request = SigningFixture.Parse(
            $"{line} HTTP/1.1\nHost:example.amazonaws.com\n{headers}Authorization:AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={signedHeaders}, Signature={signature}\nX-Amz-Date:20150830T123600Z\n\n{body}");
        var verifier = SigningFixture.Verifier(s3Like: name.EndsWith("unnormalized", StringComparison.Ordinal));

        Assert.Null(SigningFixture.Check(verifier, request));
    }

    [Theory]
    [MemberData(nameof(HeaderCases))]
    public void CR_121_signing_a_request_of_the_suite_gives_the_published_signature(
        string name, string line, string headers, string signedHeaders, string signature)
    {
        if (headers.Contains("Security-Token", StringComparison.Ordinal) || name.Contains("unnormalized", StringComparison.Ordinal))
        {
            return; // the signer adds the token itself (CR-120 has that case), and signs the hash for S3-like services
        }

        var body = headers.Contains("Content-Length:13", StringComparison.Ordinal) ? "Param1=value1" : "";
        var request = SigningFixture.Parse($"{line} HTTP/1.1\nHost:example.amazonaws.com\n{headers}\n{body}");

        var authorization = SigningFixture.Signer().Sign(request, SigningFixture.KeyId, SigningFixture.Secret)[^1];

        Assert.Equal("Authorization", authorization.Name);
        Assert.EndsWith($"SignedHeaders={signedHeaders}, Signature={signature}", authorization.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void CR_121_a_token_added_after_signing_verifies_only_where_the_end_point_accepts_it(bool accepts, bool expected)
    {
        var request = SigningFixture.Parse(
            $"POST / HTTP/1.1\nHost:example.amazonaws.com\nX-Amz-Security-Token:{Token}\nAuthorization:AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b\nX-Amz-Date:20150830T123600Z\n");

        var fault = SigningFixture.Check(SigningFixture.Verifier(unsignedToken: accepts), request);

        Assert.Equal(expected, fault is null);
        Assert.True(expected || fault!.Code == SignatureFaultCode.SignatureDoesNotMatch);
    }

    [Theory]
    [MemberData(nameof(QueryCases))]
    public void CR_093_a_presigned_request_of_the_suite_verifies(
        string name, string target, string signedHeaders, string headers, string signature)
    {
        var request = SigningFixture.Parse(
            $"GET {target}X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fservice%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders={signedHeaders}&X-Amz-Expires=3600&X-Amz-Signature={signature} HTTP/1.1\nHost:example.amazonaws.com\n{headers}");

        var fault = SigningFixture.Check(SigningFixture.Verifier(), request);

        Assert.True(fault is null, $"{name}: {fault}");
    }
}
