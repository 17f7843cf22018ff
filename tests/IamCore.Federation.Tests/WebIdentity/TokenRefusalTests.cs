using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IamCore.Administration.Providers;
using IamCore.Policies;

namespace IamCore.Federation.Tests.WebIdentity;

/// <summary>Tokens that are not taken, each with its error (ST-053, ST-054).</summary>
public sealed class TokenRefusalTests
{
    private const IamErrorCode Invalid = IamErrorCode.InvalidIdentityToken;

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task ST_054_RSA_signatures_are_taken(string algorithm)
    {
        using var f = await WebFixture.NewAsync();
        var result = await f.AssumeAsync(TestIssuer.Token(f.Claims(), algorithm: algorithm));
        Assert.Equal((WebFixture.Subject, World.Issuer, WebFixture.Audience), (result.SubjectFromWebIdentityToken, result.Provider, result.Audience));
        Assert.True(await f.World.MayAsync(result.Session, "docs:Read"));
    }

    [Theory]
    [InlineData("ES256", "P-256")]
    [InlineData("ES384", "P-384")]
    [InlineData("ES512", "P-521")]
    public async Task ST_054_elliptic_curve_signatures_are_taken_on_their_own_curve_alone(string algorithm, string curve)
    {
        using var f = await WebFixture.NewAsync();
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve.Replace("-", "", StringComparison.Ordinal) is var name ? $"nist{name}" : ""));
        f.Idp.Publish("ec", key, curve);
        Assert.NotNull(await f.AssumeAsync(TestIssuer.Token(f.Claims(), key, "ec", algorithm)));
        foreach (var other in new[] { "ES256", "ES384", "ES512" }.Where(other => other != algorithm))
        {
            await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), key, "ec", other));
        }
    }

    [Fact]
    public async Task ST_054_the_audience_must_be_registered()
    {
        using var f = await WebFixture.NewAsync();
        var refusal = await f.RefusedAsync(Invalid, f.Token(c => c["aud"] = "another"));
        Assert.Equal("Incorrect token audience", refusal.Message);
        await f.RefusedAsync(Invalid, f.Token(c => c["aud"] = "APP"));
        await f.RefusedAsync(Invalid, f.Token(c => c.Remove("aud")));
        await f.RefusedAsync(Invalid, f.Token(c => c["aud"] = 1));
        await f.RefusedAsync(Invalid, f.Token(c => c["aud"] = new JsonArray()));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("app", true)]
    [InlineData("another", false)]
    public async Task ST_054_of_several_audiences_the_authorized_party_counts(string? party, bool isTaken)
    {
        using var f = await WebFixture.NewAsync();
        var token = f.Token(c =>
        {
            c["aud"] = new JsonArray("app", "another");
            if (party is not null)
            {
                c["azp"] = party;
            }
        });
        if (isTaken)
        {
            Assert.Equal("app", (await f.AssumeAsync(token)).Audience);
        }
        else
        {
            await f.RefusedAsync(Invalid, token);
        }
    }

    [Fact]
    public async Task ST_054_a_provider_without_audiences_takes_no_token()
    {
        using var f = await WebFixture.NewAsync();
        await f.World.Iam.ExecuteAsync(new RemoveClientIDFromOpenIDConnectProvider(World.OidcArn, WebFixture.Audience));
        await f.RefusedAsync(Invalid, f.Token());
    }

    [Theory]
    [InlineData("https://idp.example.com/other")]
    [InlineData("https://idp.example.com/tenant/")]
    [InlineData("https://IDP.example.com/tenant")]
    [InlineData("http://idp.example.com/tenant")]
    [InlineData("idp.example.com/tenant")]
    [InlineData("https://")]
    [InlineData("")]
    public async Task ST_054_the_issuer_must_be_registered_exactly_so(string issuer)
    {
        using var f = await WebFixture.NewAsync();
        var refusal = await f.RefusedAsync(Invalid, f.Token(c => c["iss"] = issuer));
        Assert.StartsWith("No OpenIDConnect provider found in your account", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, f.Idp.Questions);
    }

    [Fact]
    public async Task ST_054_a_provider_of_another_account_or_a_deleted_one_does_not_count()
    {
        using var f = await WebFixture.NewAsync();
        Assert.NotNull(await f.AssumeAsync(f.Token()));
        await f.World.Iam.ExecuteAsync(new DeleteOpenIDConnectProvider(World.OidcArn));
        await f.World.Directory.ForAccount(AccountId.Parse("210987654321")).ExecuteAsync(new CreateOpenIDConnectProvider(World.Issuer) { ClientIDList = ["app"] });
        await f.RefusedAsync(Invalid, f.Token());
    }

    [Fact]
    public async Task ST_054_the_signature_must_be_the_providers()
    {
        using var f = await WebFixture.NewAsync();
        var token = f.Token();
        await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), TestIssuer.Rsa(1))); // signed by another
        await f.RefusedAsync(Invalid, token[..(token.LastIndexOf('.') + 1)]); // cut off
        await f.RefusedAsync(Invalid, token[..token.LastIndexOf('.')]); // two parts
        await f.RefusedAsync(Invalid, token + ".AAAA"); // four
        var parts = token.Split('.');
        await f.RefusedAsync(Invalid, $"{parts[0]}.{TestIssuer.Encode(f.Claims(c => c["sub"] = "subject-2").ToJsonString())}.{parts[2]}");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    [InlineData("")]
    [InlineData("RS1")]
    [InlineData("PS256")]
    [InlineData("rs256")]
    [InlineData("EdDSA")]
    public async Task ST_054_other_algorithms_are_refused_signed_or_not(string algorithm)
    {
        using var f = await WebFixture.NewAsync();
        var header = TestIssuer.Header(algorithm, "k1", null);
        await f.RefusedAsync(Invalid, TestIssuer.Sign(header, f.Claims().ToJsonString(), _ => []));
        await f.RefusedAsync(Invalid, TestIssuer.Sign(header, f.Claims().ToJsonString(), d => TestIssuer.Rsa().SignData(d, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
        await f.RefusedAsync(Invalid, TestIssuer.Sign(header, f.Claims().ToJsonString(), d => TestIssuer.Rsa().SignData(d, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)));
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("HS384")]
    [InlineData("HS512")]
    public async Task ST_054_the_public_key_is_no_shared_secret(string algorithm)
    {
        using var f = await WebFixture.NewAsync();
        var rsa = TestIssuer.Rsa();
        f.Idp.Publish(new() { ["kty"] = "oct", ["kid"] = "k2", ["k"] = Base64Url.EncodeToString("a shared secret of some length.."u8) });
        byte[][] secrets =
        [
            rsa.ExportRSAPublicKey(), rsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()),
            Encoding.ASCII.GetBytes(rsa.ExportRSAPublicKeyPem()), rsa.ExportParameters(false).Modulus!, "a shared secret of some length.."u8.ToArray(),
        ];
        foreach (var secret in secrets)
        {
            foreach (var kid in new[] { "k1", "k2" })
            {
                await f.RefusedAsync(Invalid, TestIssuer.Sign(TestIssuer.Header(algorithm, kid, null), f.Claims().ToJsonString(), d => algorithm switch
                {
                    "HS256" => HMACSHA256.HashData(secret, d),
                    "HS384" => HMACSHA384.HashData(secret, d),
                    _ => HMACSHA512.HashData(secret, d),
                }));
            }
        }
    }

    [Fact]
    public async Task ST_054_a_key_of_another_provider_is_of_no_use()
    {
        var other = new TestIssuer().Publish("k1", TestIssuer.Rsa(1)).Publish("theirs", TestIssuer.Rsa(1));
        using var f = await WebFixture.NewAsync(new() { Providers = [new("other.example.com") { KeySource = other }] });
        await f.World.Iam.ExecuteAsync(new CreateOpenIDConnectProvider("https://other.example.com") { ClientIDList = ["app"] });
        var theirs = TestIssuer.Token(f.Claims(c => c["iss"] = "https://other.example.com"), TestIssuer.Rsa(1));
        await f.RefusedAsync(IamErrorCode.AccessDenied, theirs); // good there, and trusted by no role: its keys are known now
        await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), TestIssuer.Rsa(1)));
        await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), TestIssuer.Rsa(1), "theirs"));
    }

    [Fact]
    public async Task ST_054_a_key_that_the_header_brings_is_of_no_use()
    {
        using var f = await WebFixture.NewAsync();
        var p = TestIssuer.Rsa(1).ExportParameters(false);
        var own = new JsonObject { ["kty"] = "RSA", ["kid"] = "k1", ["n"] = Base64Url.EncodeToString(p.Modulus), ["e"] = Base64Url.EncodeToString(p.Exponent) };
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=me", TestIssuer.Rsa(1), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(f.World.Clock.GetUtcNow(), f.World.Clock.GetUtcNow().AddDays(1));
        foreach (var kid in new[] { "k1", "mine" })
        {
            await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), TestIssuer.Rsa(1), kid, header: h => h["jwk"] = own.DeepClone()));
            await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), TestIssuer.Rsa(1), kid, header: h => h["jku"] = "https://mine.example.com/keys"));
            await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), TestIssuer.Rsa(1), kid, header: h => h["x5c"] = new JsonArray(Convert.ToBase64String(certificate.RawData))));
        }
    }

    [Fact]
    public async Task ST_054_critical_header_parameters_are_not_known()
    {
        using var f = await WebFixture.NewAsync();
        await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), header: h => h["crit"] = new JsonArray("exp")));
        await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), header: h => (h["crit"], h["b64"]) = (new JsonArray("b64"), false)));
    }

    [Fact]
    public async Task ST_054_a_key_id_is_needed_and_must_be_the_providers()
    {
        using var f = await WebFixture.NewAsync();
        await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), kid: "k9"));
        await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), kid: "K1"));
        await f.RefusedAsync(Invalid, TestIssuer.Sign(TestIssuer.Header("RS256", null, null), f.Claims().ToJsonString(), d => TestIssuer.Rsa().SignData(d, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
    }

    [Theory]
    [InlineData("alg", "RS512")]
    [InlineData("use", "enc")]
    [InlineData("key_ops", "encrypt")]
    public async Task ST_054_a_key_for_something_else_is_of_no_use(string member, string value)
    {
        using var f = await WebFixture.NewAsync();
        f.Idp.Withdraw("k1").Publish("k1", TestIssuer.Rsa(), key => key[member] = member == "key_ops" ? new JsonArray(value) : value);
        await f.RefusedAsync(Invalid, f.Token());
    }

    [Fact]
    public async Task ST_054_weak_and_ambiguous_keys_are_of_no_use()
    {
        using var f = await WebFixture.NewAsync();
        using var weak = RSA.Create(1024);
        f.Idp.Withdraw("k1").Publish("k1", weak).Publish("two", TestIssuer.Rsa(0)).Publish("two", TestIssuer.Rsa(1));
        await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), weak));
        await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), kid: "two"));
    }

    [Theory]
    [InlineData("exp", -59, null)]
    [InlineData("exp", -60, IamErrorCode.ExpiredTokenException)]
    [InlineData("exp", -3600, IamErrorCode.ExpiredTokenException)]
    [InlineData("nbf", 60, null)]
    [InlineData("nbf", 61, Invalid)]
    [InlineData("iat", 60, null)]
    [InlineData("iat", 61, Invalid)]
    public async Task ST_054_times_have_a_tolerance_of_a_minute(string claim, int seconds, IamErrorCode? expected)
    {
        using var f = await WebFixture.NewAsync();
        var token = f.Token(c => c[claim] = f.World.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds);
        if (expected is { } code)
        {
            await f.RefusedAsync(code, token);
        }
        else
        {
            Assert.NotNull(await f.AssumeAsync(token));
        }
    }

    [Theory]
    [InlineData("exp", null)]
    [InlineData("exp", "\"1900000000\"")]
    [InlineData("exp", "1900000000.5")]
    [InlineData("exp", "1.9e9")]
    [InlineData("exp", "-1")]
    [InlineData("exp", "99999999999999999999")]
    [InlineData("exp", "253402300800")]
    [InlineData("nbf", "\"1\"")]
    [InlineData("iat", "true")]
    public async Task ST_054_times_are_whole_numbers_and_an_end_is_needed(string claim, string? json)
    {
        using var f = await WebFixture.NewAsync();
        await f.RefusedAsync(Invalid, f.Token(c =>
        {
            c.Remove(claim);
            if (json is not null)
            {
                c[claim] = JsonNode.Parse(json);
            }
        }));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public async Task ST_054_a_subject_has_6_to_255_characters(int length, bool isTaken)
    {
        using var f = await WebFixture.NewAsync();
        var token = f.Token(c => c["sub"] = new string('s', length));
        if (isTaken)
        {
            Assert.Equal(length, (await f.AssumeAsync(token)).SubjectFromWebIdentityToken.Length);
        }
        else
        {
            await f.RefusedAsync(Invalid, token);
        }
    }

    [Theory]
    [InlineData("""{"iss":"https://idp.example.com/tenant","aud":"another","aud":"app"}""")]
    [InlineData("""["app"]""")]
    [InlineData("""{"iss":"https://idp.example.com/tenant",}""")]
    [InlineData("""{"iss":"\ud800"}""")]
    [InlineData("")]
    public async Task ST_054_what_is_not_one_clear_object_is_refused(string payload)
    {
        using var f = await WebFixture.NewAsync();
        await f.RefusedAsync(Invalid, TestIssuer.Sign(TestIssuer.Header("RS256", "k1", null), payload, d => TestIssuer.Rsa().SignData(d, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
    }

    [Fact]
    public async Task ST_053_the_tokens_length_is_bounded()
    {
        using var f = await WebFixture.NewAsync();
        await f.RefusedAsync(IamErrorCode.ValidationError, "abc");
        await f.RefusedAsync(IamErrorCode.ValidationError, new string('a', 20_001));
        await f.RefusedAsync(Invalid, new string('a', 20_000));
        await f.RefusedAsync(IamErrorCode.ValidationError, f.Token(c => c["filler"] = new string('x', 20_000)));
        Assert.Equal(0, f.Idp.Questions);
    }

    [Fact]
    public async Task ST_053_ST_012_parameters_are_checked_before_the_token()
    {
        using var f = await WebFixture.NewAsync();
        await f.RefusedAsync(IamErrorCode.ValidationError, "none", r => r with { RoleArn = "arn:aws:iam::123456789012:user/x" });
        await f.RefusedAsync(IamErrorCode.ValidationError, "none", r => r with { RoleSessionName = "a b" });
        await f.RefusedAsync(IamErrorCode.ValidationError, "none", r => r with { DurationSeconds = 899 });
        await f.RefusedAsync(IamErrorCode.ValidationError, "none", r => r with { ProviderId = "accounts.google.com" });
        await f.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "none", r => r with { Policy = "{}" });
    }

    /// <summary>IamErrors tell the rule, and nothing of what the token said (ID-264).</summary>
    [Fact]
    public async Task ID_264_a_refusal_does_not_repeat_the_token()
    {
        using var f = await WebFixture.NewAsync();
        var refusal = await f.RefusedAsync(Invalid, f.Token(c => (c["aud"], c["sub"]) = ("secret-audience", "secret-subject")));
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
        Assert.Equal("ST-054", refusal.Details[0].Rule);
    }
}
