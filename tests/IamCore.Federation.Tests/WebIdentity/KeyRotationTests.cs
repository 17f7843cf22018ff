using IamCore.Administration.Providers;

namespace IamCore.Federation.Tests.WebIdentity;

/// <summary>Keys that change, and providers that hang, fail or lie (ID-174, ST-054).</summary>
public sealed class KeyRotationTests
{
    private const IamErrorCode Invalid = IamErrorCode.InvalidIdentityToken;

    private const IamErrorCode Unreachable = IamErrorCode.IDPCommunicationError;

    [Fact]
    public async Task Keys_are_asked_for_once()
    {
        using var f = await WebFixture.NewAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => f.AssumeAsync(f.Token()))));
        Assert.Equal(1, f.Idp.Questions);
    }

    [Fact]
    public async Task A_rotation_needs_no_restart()
    {
        using var f = await WebFixture.NewAsync();
        await f.AssumeAsync(f.Token());
        f.World.Clock.Advance(TimeSpan.FromMinutes(1));
        f.Idp.Publish("k2", TestIssuer.Rsa(1));
        Assert.NotNull(await f.AssumeAsync(TestIssuer.Token(f.Claims(), TestIssuer.Rsa(1), "k2"))); // an unknown id is asked for
        Assert.NotNull(await f.AssumeAsync(f.Token())); // the old one is still there
        Assert.Equal(2, f.Idp.Questions);

        f.Idp.Withdraw("k1");
        f.World.Clock.Advance(f.Service.Options.KeyLifetime);
        await f.RefusedAsync(Invalid, f.Token()); // withdrawn, and known to be after the keys' lifetime at the latest
        Assert.NotNull(await f.AssumeAsync(TestIssuer.Token(f.Claims(), TestIssuer.Rsa(1), "k2")));
    }

    [Fact]
    public async Task Unknown_key_ids_are_asked_for_once_in_a_while()
    {
        using var f = await WebFixture.NewAsync();
        await f.AssumeAsync(f.Token());
        for (var i = 0; i < 20; i++)
        {
            await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), kid: $"unknown-{i}"));
        }

        Assert.Equal(1, f.Idp.Questions); // just asked
        f.World.Clock.Advance(f.Service.Options.KeyRetryInterval);
        for (var i = 0; i < 20; i++)
        {
            await f.RefusedAsync(Invalid, TestIssuer.Token(f.Claims(), kid: $"unknown-{i}"));
        }

        Assert.Equal(2, f.Idp.Questions);
        Assert.NotNull(await f.AssumeAsync(f.Token()));
    }

    [Fact]
    public async Task Keys_are_renewed_in_the_background_before_their_end()
    {
        using var f = await WebFixture.NewAsync();
        await f.AssumeAsync(f.Token());
        var asked = new TaskCompletionSource();
        f.Idp.Instead = async (_, cancellationToken) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return "";
        };
        f.World.Clock.Advance(f.Service.Options.KeyLifetime / 2);
        Assert.NotNull(await f.AssumeAsync(f.Token())); // without waiting for the answer that does not come
        await asked.Task;
        Assert.Equal(2, f.Idp.Questions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_provider_that_hangs_delays_nobody_else(bool listensToCancellation)
    {
        var asked = new TaskCompletionSource();
        var never = new TaskCompletionSource<string>();
        var hanging = new TestIssuer
        {
            Instead = async (_, cancellationToken) =>
            {
                asked.TrySetResult();
                return listensToCancellation ? await never.Task.WaitAsync(cancellationToken) : await never.Task;
            },
        };
        using var f = await WebFixture.NewAsync(new() { Providers = [new("other.example.com") { KeySource = hanging }] });
        await f.World.Iam.ExecuteAsync(new CreateOpenIDConnectProvider("https://other.example.com") { ClientIDList = ["app"] });
        var theirs = f.Token(c => c["iss"] = "https://other.example.com");
        var waiting = Enumerable.Range(0, 10).Select(_ => Task.Run(() => f.RefusedAsync(Unreachable, theirs))).ToArray();
        await asked.Task;
        Assert.NotNull(await f.AssumeAsync(f.Token())); // another provider's, meanwhile
        Assert.All(waiting, task => Assert.False(task.IsCompleted));

        await ExpireAsync(f, Task.WhenAll(waiting));
        Assert.Equal(1, hanging.Questions); // one for all ten
        await f.RefusedAsync(Unreachable, theirs); // and left alone now
        Assert.Equal(1, hanging.Questions);

        hanging.Instead = null;
        hanging.Publish("k1", TestIssuer.Rsa());
        f.World.Clock.Advance(f.Service.Options.KeyRetryInterval);
        await f.RefusedAsync(IamErrorCode.AccessDenied, f.Token(c => c["iss"] = "https://other.example.com")); // back: no role trusts it
        Assert.Equal(2, hanging.Questions);
        never.SetResult("{}");
    }

    [Fact]
    public async Task A_source_that_blocks_its_thread_delays_nobody_else()
    {
        using var blocking = new ManualResetEventSlim();
        using var asked = new ManualResetEventSlim();
        var source = OidcKeySource.From((_, _) =>
        {
            asked.Set();
            blocking.Wait(CancellationToken.None);
            return new("{}");
        });
        using var f = await WebFixture.NewAsync(new() { Providers = [new("other.example.com") { KeySource = source }] });
        await f.World.Iam.ExecuteAsync(new CreateOpenIDConnectProvider("https://other.example.com") { ClientIDList = ["app"] });
        var waiting = f.RefusedAsync(Unreachable, f.Token(c => c["iss"] = "https://other.example.com")); // on this thread
        asked.Wait();
        Assert.NotNull(await f.AssumeAsync(f.Token()));
        await ExpireAsync(f, waiting);
        blocking.Set();
    }

    [Fact]
    public async Task Who_waits_for_a_provider_can_stop_and_the_others_go_on()
    {
        var answer = new TaskCompletionSource<string>();
        using var f = await WebFixture.NewAsync();
        f.Idp.Instead = async (_, _) => await answer.Task;
        using var mine = new CancellationTokenSource();
        var first = f.Service.AssumeRoleWithWebIdentityAsync(new(f.Role.Arn, "session", f.Token()), mine.Token).AsTask();
        var second = f.AssumeAsync(f.Token());
        await mine.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult(f.Idp.KeySet);
        Assert.NotNull(await second);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_not_missed_while_its_keys_are_young()
    {
        using var f = await WebFixture.NewAsync();
        await f.AssumeAsync(f.Token());
        f.Idp.Instead = (_, _) => throw new HttpRequestException("away");
        f.World.Clock.Advance((f.Service.Options.KeyLifetime / 2) - TimeSpan.FromSeconds(1));
        await f.RefusedAsync(Unreachable, TestIssuer.Token(f.Claims(), kid: "unknown"));
        Assert.NotNull(await f.AssumeAsync(f.Token()));
        f.World.Clock.Advance(f.Service.Options.KeyLifetime);
        await f.RefusedAsync(Unreachable, f.Token());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no keys")]
    [InlineData("{\"keys\":1}")]
    [InlineData("[]")]
    [InlineData("long")]
    [InlineData("many")]
    public async Task An_answer_that_is_no_key_set_is_none(string answer)
    {
        using var f = await WebFixture.NewAsync();
        f.Idp.Instead = (_, _) => new(answer switch
        {
            "long" => f.Idp.KeySet + new string(' ', 300_000),
            "many" => $$"""{"keys":[{{string.Join(',', Enumerable.Repeat("""{"kty":"RSA","kid":"k1","n":"AQAB","e":"AQAB"}""", 101))}}]}""",
            _ => answer,
        });
        await f.RefusedAsync(Unreachable, f.Token());
    }

    [Theory]
    [InlineData("""{"kty":"RSA","kid":"k1"}""")]
    [InlineData("""{"kty":"RSA","kid":"k1","n":"****","e":"AQAB"}""")]
    [InlineData("""{"kty":"EC","kid":"k1","crv":"P-256","x":"AQAB","y":"AQAB"}""")]
    [InlineData("""{"kty":"oct","kid":"k1","k":"AQAB"}""")]
    [InlineData("""{"kid":"k1"}""")]
    [InlineData("""{}""")]
    public async Task Keys_that_are_none_are_passed_over_and_the_others_hold(string key)
    {
        using var f = await WebFixture.NewAsync();
        var p = TestIssuer.Rsa().ExportParameters(false);
        f.Idp.Instead = (_, _) => new($$"""
            {"keys":[{{key}},{"kty":"RSA","kid":"good","n":"{{System.Buffers.Text.Base64Url.EncodeToString(p.Modulus)}}","e":"AQAB"}]}
            """);
        await f.RefusedAsync(Invalid, f.Token());
        Assert.NotNull(await f.AssumeAsync(TestIssuer.Token(f.Claims(), kid: "good")));
    }

    [Fact]
    public async Task Without_a_source_no_token_is_taken()
    {
        using var f = await WebFixture.NewAsync();
        var service = new FederationService(f.World.Directory);
        await World.RefusedAsync(Unreachable, async () => await service.AssumeRoleWithWebIdentityAsync(new(f.Role.Arn, "session", f.Token())));
    }

    [Fact]
    public async Task ID_174_the_source_is_told_the_thumbprints()
    {
        using var f = await WebFixture.NewAsync();
        var thumbprint = new string('a', 40);
        await f.World.Iam.ExecuteAsync(new UpdateOpenIDConnectProviderThumbprint(World.OidcArn, [thumbprint]));
        OidcKeyRequest? request = null;
        f.Idp.Instead = (asked, _) =>
        {
            request = asked;
            return new(f.Idp.KeySet);
        };
        await f.AssumeAsync(f.Token());
        Assert.Equal(new OidcKeyRequest(World.Issuer, [thumbprint]), request);
    }

    /// <summary>Lets a question's time pass once both of its timers are set; those of another question, which was answered, are counted too.</summary>
    private static async Task ExpireAsync(WebFixture f, Task waiting)
    {
        const int TimersOfQuestion = 2;
        await f.World.Timers.SetAsync(2 * TimersOfQuestion);
        f.World.Clock.Advance(f.Service.Options.ProviderTimeout);
        await waiting;
    }
}
