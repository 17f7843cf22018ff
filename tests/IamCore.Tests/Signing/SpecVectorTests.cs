using System.Security.Cryptography;
using System.Text;
using IamCore.Signing;

namespace IamCore.Tests.Signing;

/// <summary>The vectors of credentials.md section 7.3.</summary>
public sealed class SpecVectorTests
{
    private const string Scope = "20150830/us-east-1/iam/aws4_request";

    private const string SessionKeyId = "ASIAIOSFODNN7EXAMPLE";

    private const string SessionToken = "IQoJb3JpZ2luX2VjEXAMPLE//TOKEN==";

    private const string EncodedToken = "IQoJb3JpZ2luX2VjEXAMPLE%2F%2FTOKEN%3D%3D";

    private const string PresignedQuery =
        "Action=ListUsers&Version=2010-05-08&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={0}%2F20150830%2Fus-east-1%2Fiam%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires=60";

    [Fact]
    public void CR_101_the_derived_key_is_the_published_one()
    {
        var key = new byte[SigningKey.Length];
        SigningKey.Derive(SigningFixture.SecretBytes, "20150830", "us-east-1", "iam", key);
        Assert.Equal("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9", Convert.ToHexStringLower(key));
    }

    [Fact]
    public void CR_102_and_CR_119_the_canonical_request_and_the_string_to_sign_are_the_published_ones()
    {
        var request = ListUsers("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d8");
        var fault = SigningFixture.Check(SigningFixture.Verifier("iam"), request);

        Assert.Equal(SignatureFaultCode.SignatureDoesNotMatch, fault!.Code);
        Assert.Equal(
            "GET\n/\nAction=ListUsers&Version=2010-05-08\ncontent-type:application/x-www-form-urlencoded; charset=utf-8\nhost:iam.amazonaws.com\nx-amz-date:20150830T123600Z\n\ncontent-type;host;x-amz-date\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            fault.CanonicalRequest);
        Assert.Equal("f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59", HashOf(fault));
        Assert.Equal($"AWS4-HMAC-SHA256\n20150830T123600Z\n{Scope}\nf536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59", fault.StringToSign);
    }

    [Fact]
    public void CR_102_the_published_signature_verifies() =>
        Assert.Null(SigningFixture.Check(
            SigningFixture.Verifier("iam"), ListUsers("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")));

    [Theory]
    [InlineData("AKIDEXAMPLE", "", "266f56d292027bdcbdb6da81d25c41b910506ee6d10bc755e8b53ce4ac5406cc", "c1d81d2c1667f724b714de8de01eb28808ee3df2bd3757c049afb139adde2df0")]
    [InlineData(SessionKeyId, $"&X-Amz-Security-Token={EncodedToken}", "d576a4ee6ba98959e280167ef662a269885431d613b4923d6bcc7f3ab4a22912", "240f1583b467a9208a545441a86c867b10719afef72dc92a10a29bd2f5af5189")]
    public void CR_103_and_CR_120_a_presigned_request_has_the_published_hash_and_signature(string keyId, string token, string hash, string signature)
    {
        var query = PresignedQuery.Replace("{0}", keyId, StringComparison.Ordinal) + token + "&X-Amz-SignedHeaders=host";
        var bad = SigningFixture.Check(SigningFixture.Verifier("iam"), Get($"/?{query}&X-Amz-Signature={new string('0', 64)}"));

        Assert.Equal(hash, HashOf(bad!));
        Assert.Null(SigningFixture.Check(SigningFixture.Verifier("iam"), Get($"/?{query}&X-Amz-Signature={signature}")));
    }

    [Theory]
    [InlineData("iam", "POST", "/", "Action=ListUsers&Version=2010-05-08", "content-type;host;x-amz-date;x-amz-security-token", "/", "6e65e982ff09f13e4c2ad6d5e284ffa9da82683e44a068e5deea81960f28d3ca", "65902084d9ff47af33c895a71351ec624017be15d720541259fd84bca5ab0130")]
    [InlineData("execute-api", "GET", "/a%20b/../c%2Fd//e/", "", "host;x-amz-date;x-amz-security-token", "/c%252Fd/e/", "3580bf08db1b62eb3f26fe2795845570ab344c0b7194c886302fa6654218b4db", "fc3e8961bbc2fe5f656bc09e54d8bde8d3af0b2373a5f65a0d4c80b353d50d72")]
    [InlineData("s3", "GET", "/a%20b/../c%2Fd//e/", "", "host;x-amz-date;x-amz-security-token", "/a%20b/../c%2Fd//e/", "dd6e61017a9859b404cf5a49c3dbb689aa34b9827cf74d230ac2d875bb322b5a", "f60a37553f446481c1d540a3512cdf5a3b33ff01d1b886c2ee2ce4e66178afa8")]
    public void CR_120_a_request_with_a_session_token_has_the_published_hash_and_signature(
        string service, string method, string target, string body, string signedHeaders, string canonicalUri, string hash, string signature)
    {
        SignableRequest With(string value)
        {
            RequestHeader[] headers =
            [
                new("Host", service == "iam" ? "iam.amazonaws.com" : "example.amazonaws.com"),
                new("X-Amz-Date", "20150830T123600Z"),
                new("X-Amz-Security-Token", SessionToken),
                new("Authorization", $"AWS4-HMAC-SHA256 Credential={SessionKeyId}/20150830/us-east-1/{service}/aws4_request, SignedHeaders={signedHeaders}, Signature={value}"),
                .. service == "iam" ? [new RequestHeader("content-type", "application/x-www-form-urlencoded; charset=utf-8")] : Array.Empty<RequestHeader>(),
            ];
            return new(method, target, headers, Encoding.ASCII.GetBytes(body));
        }

        var verifier = SigningFixture.Verifier(service, s3Like: service == "s3");
        var bad = SigningFixture.Check(verifier, With(new string('0', 64)));

        Assert.Equal(canonicalUri, bad!.CanonicalRequest!.Split('\n')[1]);
        Assert.Equal(hash, HashOf(bad));
        Assert.Null(SigningFixture.Check(verifier, With(signature)));
    }

    private static SignableRequest Get(string target) => new("GET", target, new RequestHeader[] { new("host", "iam.amazonaws.com") });

    private static SignableRequest ListUsers(string signature) => SigningFixture.Parse(
        $"GET /?Action=ListUsers&Version=2010-05-08 HTTP/1.1\ncontent-type:application/x-www-form-urlencoded; charset=utf-8\nhost:iam.amazonaws.com\nx-amz-date:20150830T123600Z\nAuthorization:AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/{Scope}, SignedHeaders=content-type;host;x-amz-date, Signature={signature}\n");

    private static string HashOf(SignatureFault fault) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(fault.CanonicalRequest!)));
}
