using IamCore.Administration.Accounts;
using IamCore.Administration.Credentials;
using IamCore.Administration.Users;
using IamCore.Credentials.Secrets;
using IamCore.Sessions;
using IamCore.Signing;
using IamCore.Stores;
using IamCore.Tests.Signing;

namespace IamCore.Tests.Sessions;

/// <summary>Signed requests and session tokens with one part changed, the whole way through the authenticator (CR-095, ST-002).</summary>
public sealed class TamperTests
{
    private static readonly SigningEndpoint Endpoint = new("us-east-1", "docs");

    private static readonly byte[] FirstKey = [.. Enumerable.Repeat((byte)1, 32)];

    private static readonly byte[] SecondKey = [.. Enumerable.Repeat((byte)2, 32)];

    private readonly SessionFixture _world = new();

    [Theory]
    [InlineData("nothing", null)]
    [InlineData("path", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("query", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("signed header", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("body", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("date", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("late date", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("scope", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("signature", SignatureFaultCode.SignatureDoesNotMatch)]
    [InlineData("key", SignatureFaultCode.InvalidClientTokenId)]
    [InlineData("token", SignatureFaultCode.InvalidClientTokenId)]
    [InlineData("no token", SignatureFaultCode.InvalidClientTokenId)] // step 5 comes before step 6
    [InlineData("expired", SignatureFaultCode.ExpiredToken)]
    public async Task SC_106_SC_124_CR_095_one_change_is_refused_with_its_error(string part, SignatureFaultCode? expected)
    {
        var issued = await _world.AssumeAsync(await _world.KeyAsync(_world.User("alice", SessionFixture.AllowAll)), _world.Role("Any", SessionFixture.Home), r => r with { DurationSeconds = 900 });
        if (part == "expired")
        {
            _world.Clock.SetUtcNow(issued.Credentials.Expiration);
        }

        var request = new SignableRequest(
            "POST", "/documents/42?version=3", new RequestHeader[] { new("Host", "docs.example.com"), new("X-Amz-Meta-Colour", "blue") }, new byte[] { 1, 2, 3 });
        var signed = request.With([.. new RequestSigner(Endpoint, _world.Clock).Sign(
            in request, issued.Credentials.AccessKeyId, issued.Credentials.SecretAccessKey, issued.Credentials.SessionToken)]);
        var changed = part switch
        {
            "path" => signed.Retarget(target => target.Replace("42", "43", StringComparison.Ordinal)),
            "query" => signed.Retarget(target => target.Replace("=3", "=2", StringComparison.Ordinal)),
            "signed header" => Change(signed, "X-Amz-Meta-Colour", _ => "blui"),
            "body" => new SignableRequest(signed.Method, signed.Target, signed.Headers, new byte[] { 1, 2, 2 }),
            "date" => Change(signed, "x-amz-date", date => date.Replace("093000", "093001", StringComparison.Ordinal)),
            "late date" => Change(signed, "x-amz-date", date => date.Replace("093000", "093501", StringComparison.Ordinal)),
            "scope" => Change(signed, "Authorization", value => value.Replace("/docs/", "/docz/", StringComparison.Ordinal)),
            "signature" => Change(signed, "Authorization", value => Flip(value, value.Length - 1)),
            "key" => Change(signed, "Authorization", value => Flip(value, value.IndexOf("ASIA", StringComparison.Ordinal) + 5)),
            "token" => Change(signed, "x-amz-security-token", value => Flip(value, value.Length / 2)),
            "no token" => signed.Without("x-amz-security-token"),
            _ => signed,
        };
        Assert.Equal(expected, await FaultOfAsync(changed));
    }

    [Fact]
    public async Task SC_124_ST_002_altering_any_byte_of_a_session_token_is_refused()
    {
        var credentials = (await _world.Sts.GetSessionTokenAsync(await _world.KeyAsync(_world.User("alice")), new())).Credentials;
        await _world.Authenticator.AuthenticateAccessKeyAsync(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken);
        for (var i = 0; i < credentials.SessionToken.Length; i++)
        {
            Assert.Equal(SignatureFaultCode.InvalidClientTokenId, await TokenFaultAsync(_world.Authenticator, credentials, Flip(credentials.SessionToken, i)));
        }

        Assert.Equal(SignatureFaultCode.InvalidClientTokenId, await TokenFaultAsync(_world.Authenticator, credentials, credentials.SessionToken + "A"));
        Assert.Equal(SignatureFaultCode.InvalidClientTokenId, await TokenFaultAsync(_world.Authenticator, credentials, credentials.SessionToken[..^1]));
        var another = (await _world.Sts.GetSessionTokenAsync(await _world.KeyAsync(_world.User("bob")), new())).Credentials;
        Assert.Equal(SignatureFaultCode.InvalidClientTokenId, await TokenFaultAsync(_world.Authenticator, credentials, another.SessionToken)); // of another key id
    }

    [Fact]
    public async Task ST_002_a_token_of_another_key_is_refused_and_rotating_keeps_old_ones_until_they_end()
    {
        var store = new InMemoryDirectoryStore();
        var clock = _world.Clock;
        IamDirectory Directory(params SecretKey[] keys) => new(store, new() { TimeProvider = clock, Credentials = new() { SecretProtector = new AesGcmSecretProtector(keys, clock) } });
        var before = Directory(new SecretKey(1, FirstKey));
        var account = (await before.Instance.ExecuteAsync(new CreateAccount("Main", "root@main.example"))).AccountId;
        await before.ForAccount(account).ExecuteAsync(new CreateUser("alice"));
        var key = await before.ForAccount(account).ExecuteAsync(new CreateAccessKey("alice"));
        var caller = await new CallerAuthenticator(before).AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
        var credentials = (await new SecurityTokenService(before).GetSessionTokenAsync(caller, new() { DurationSeconds = 129_600 })).Credentials;

        Assert.Equal(SignatureFaultCode.InvalidClientTokenId, await TokenFaultAsync(new(Directory(new SecretKey(1, SecondKey))), credentials, credentials.SessionToken));
        Assert.Equal(SignatureFaultCode.InvalidClientTokenId, await TokenFaultAsync(new(Directory(new SecretKey(2, FirstKey))), credentials, credentials.SessionToken));
        var rotated = new CallerAuthenticator(Directory(new SecretKey(1, FirstKey, clock.GetUtcNow()), new SecretKey(2, SecondKey)));
        clock.SetUtcNow(credentials.Expiration.AddTicks(-1));
        Assert.Null(await TokenFaultAsync(rotated, credentials, credentials.SessionToken));
        clock.SetUtcNow(credentials.Expiration);
        Assert.NotNull(await TokenFaultAsync(rotated, credentials, credentials.SessionToken));
    }

    private static async Task<SignatureFaultCode?> TokenFaultAsync(CallerAuthenticator authenticator, SessionCredentials credentials, string token) =>
        (await Record.ExceptionAsync(async () => await authenticator.AuthenticateAccessKeyAsync(credentials.AccessKeyId, credentials.SecretAccessKey, token)) as SignatureException)?.Fault.Code;

    private async Task<SignatureFaultCode?> FaultOfAsync(SignableRequest request)
    {
        var refusal = await Record.ExceptionAsync(async () => await _world.Authenticator.AuthenticateAsync(new(Endpoint, _world.Clock), request));
        return refusal is null ? null : Assert.IsType<SignatureException>(refusal).Fault.Code;
    }

    private static SignableRequest Change(SignableRequest request, string name, Func<string, string> change) => request with
    {
        Headers = request.Headers.ToArray().Select(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase) ? h with { Value = change(h.Value) } : h).ToArray(),
    };

    private static string Flip(string text, int index) => $"{text[..index]}{(text[index] == 'A' ? 'B' : 'A')}{text[(index + 1)..]}";
}
