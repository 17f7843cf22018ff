using System.Diagnostics;
using System.Text;
using IamCore.Administration.Credentials;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.AspNetCore.Tests.Signatures;

/// <summary>Signature Version 4 as an authentication scheme, over HTTP.</summary>
public sealed class SignatureTests : IAsyncLifetime
{
    private const string Document = "/tenants/acme/documents/1";

    private SignedHost _host = null!;

    private NewAccessKey Key => _host.Key;

    public async ValueTask InitializeAsync() => _host = await SignedHost.StartAsync(o => o.MaxBodyLength = 200_000);

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_signed_request_acts_as_the_user_of_its_key()
    {
        Assert.Equal((200, "acme/1"), await _host.GetAsync(Document));
        Assert.Equal(403, (await _host.GetAsync("/tenants/globex/documents/1")).Status);
    }

    [Fact]
    public async Task An_unsigned_request_is_asked_to_sign()
    {
        using var response = await _host.Host.Client.GetAsync(new Uri(Document, UriKind.Relative));
        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("AWS4-HMAC-SHA256", response.Headers.WwwAuthenticate.ToString());
        Assert.Contains("MissingAuthenticationToken", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_an_unknown_key_and_a_wrong_token_are_told_as_aws_does()
    {
        var wrong = await _host.SendAsync(HttpMethod.Get, Document, null, Key.AccessKeyId, Key.SecretAccessKey[..^1] + (Key.SecretAccessKey[^1] == 'x' ? "y" : "x"));
        Assert.Equal(403, wrong.Status);
        Assert.Contains("\"code\":\"SignatureDoesNotMatch\"", wrong.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("canonicalRequest", wrong.Body, StringComparison.Ordinal);
        var unknown = await _host.SendAsync(HttpMethod.Get, Document, null, "AKIAAAAAAAAAAAAAAAAA", Key.SecretAccessKey);
        Assert.Equal(403, unknown.Status);
        Assert.Contains("\"code\":\"InvalidClientTokenId\"", unknown.Body, StringComparison.Ordinal);
        var token = await _host.SendAsync(HttpMethod.Get, Document, null, Key.AccessKeyId, Key.SecretAccessKey, "no-token");
        Assert.Contains("\"code\":\"InvalidClientTokenId\"", token.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_presigned_address_is_good_for_whoever_has_it()
    {
        var result = await _host.SendAsync(HttpMethod.Get, $"{Document}?b=2&a=1%2F", null, Key.AccessKeyId, Key.SecretAccessKey, presignedFor: "anybody");
        Assert.Equal((200, "acme/1"), result);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(70_000, false)]
    [InlineData(200_000, false)]
    [InlineData(70_000, true)]
    public async Task A_body_is_hashed_while_it_comes_and_handed_on_whole(int length, bool chunked)
    {
        var body = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i % 26))));
        var result = await _host.SendAsync(HttpMethod.Post, Document, body, Key.AccessKeyId, Key.SecretAccessKey, chunked: chunked);
        Assert.Equal(200, result.Status);
        Assert.Equal(Encoding.ASCII.GetString(body), result.Body);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_long_is_not_read_to_its_end(bool chunked)
    {
        var result = await _host.SendAsync(HttpMethod.Post, Document, new byte[200_001], Key.AccessKeyId, Key.SecretAccessKey, chunked: chunked);
        Assert.Equal(413, result.Status);
    }

    [Fact]
    public async Task Another_body_than_the_one_signed_is_refused()
    {
        var result = await _host.SendAsync(HttpMethod.Post, Document, "one"u8.ToArray(), Key.AccessKeyId, Key.SecretAccessKey, sent: "two"u8.ToArray());
        Assert.Equal(403, result.Status);
        Assert.Contains("SignatureDoesNotMatch", result.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_wrongly_is_not_anonymous()
    {
        Assert.Equal(200, await _host.Host.StatusAsync("/public/1"));
        Assert.Equal(403, (await _host.SendAsync(HttpMethod.Get, "/public/1", null, Key.AccessKeyId, "wrong")).Status);
    }

    [Fact]
    public async Task A_key_that_was_switched_off_proves_nobody()
    {
        await _host.Directory.ForAccount(AccountId.Parse("123456789012")).ExecuteAsync(new UpdateAccessKey(Key.AccessKeyId, CredentialStatus.Inactive, "alice"));
        Assert.Equal(403, (await _host.GetAsync(Document)).Status);
    }

    [Fact]
    public async Task A_role_session_acts_as_the_role_until_it_is_revoked()
    {
        var services = _host.Host.Services;
        var caller = await services.GetRequiredService<CallerAuthenticator>().AuthenticateAccessKeyAsync(Key.AccessKeyId, Key.SecretAccessKey);
        var role = await services.GetRequiredService<SecurityTokenService>().AssumeRoleAsync(caller, new("arn:aws:iam::123456789012:role/Reader", "session"));
        var credentials = role.Credentials;
        Assert.Equal(200, (await SendAsync("/tenants/globex/documents/1")).Status);
        Assert.Equal(403, (await SendAsync(Document)).Status);
        Assert.Equal(403, (await _host.SendAsync(HttpMethod.Get, "/tenants/globex/documents/1", null, credentials.AccessKeyId, credentials.SecretAccessKey)).Status);

        Task<(int Status, string Body)> SendAsync(string target) =>
            _host.SendAsync(HttpMethod.Get, target, null, credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken);
    }

    /// <summary>ST-008, ST-081: a session without MFA calls no IAM operation, whatever the user's policies say.</summary>
    [Fact]
    public async Task What_a_kind_of_session_can_never_do_is_refused_before_the_policies()
    {
        var services = _host.Host.Services;
        var caller = await services.GetRequiredService<CallerAuthenticator>().AuthenticateAccessKeyAsync(Key.AccessKeyId, Key.SecretAccessKey);
        var credentials = (await services.GetRequiredService<SecurityTokenService>().GetSessionTokenAsync(caller, new())).Credentials;
        Assert.Equal(200, (await _host.GetAsync("/users")).Status);
        Assert.Equal(200, (await SendAsync(Document)).Status);
        Assert.Equal(403, (await SendAsync("/users")).Status);

        Task<(int Status, string Body)> SendAsync(string target) =>
            _host.SendAsync(HttpMethod.Get, target, null, credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken);
    }

    [Fact]
    public async Task The_canonical_request_is_told_where_the_host_wants_it()
    {
        await using var host = await SignedHost.StartAsync(o => o.ExposeCanonicalRequest = true);
        var wrong = await host.SendAsync(HttpMethod.Get, Document, null, host.Key.AccessKeyId, "wrong");
        Assert.Contains("stringToSign", wrong.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheme_without_a_service_ends_the_start() =>
        await Assert.ThrowsAnyAsync<Exception>(() => SignedHost.StartAsync(o => o.Service = ""));

    [CurlFact]
    public async Task Curl_signs_as_the_readme_shows()
    {
        Assert.Equal("200", await CurlAsync("--aws-sigv4", "aws:amz:us-east-1:docs", "--user", $"{Key.AccessKeyId}:{Key.SecretAccessKey}", Url(Document)));
        Assert.Equal("403", await CurlAsync("--aws-sigv4", "aws:amz:us-east-1:docs", "--user", $"{Key.AccessKeyId}:wrong", Url(Document)));
        Assert.Equal("401", await CurlAsync(Url(Document)));
        Assert.Equal("403", await CurlAsync("--aws-sigv4", "aws:amz:us-east-1:docs", "--user", $"{Key.AccessKeyId}:{Key.SecretAccessKey}", Url("/tenants/globex/documents/1")));

        string Url(string path) => new Uri(_host.Host.Address, path).ToString();
    }

    private static async Task<string> CurlAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("curl", ["--silent", "--output", "/dev/null", "--write-out", "%{http_code}", .. arguments]) { RedirectStandardOutput = true };
        using var curl = Process.Start(start)!;
        var output = await curl.StandardOutput.ReadToEndAsync();
        await curl.WaitForExitAsync();
        return output;
    }
}
