using IamCore.Model;
using IamCore.Sessions;
using IamCore.Sessions.Workloads;

namespace IamCore.Tests.Sessions;

/// <summary>Credentials that are replaced before they end (ST-113, ST-114).</summary>
public sealed class RefreshingCredentialsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start);

    private readonly Source _source;

    public RefreshingCredentialsTests() => _source = new(_clock);

    [Theory]
    [InlineData(360, 345)] // six hours: 15 minutes before
    [InlineData(20, 15)] // 20 minutes: a quarter before
    public async Task SC_034_SC_076_ST_111_ST_113_new_ones_come_before_the_old_ones_end(int lifeMinutes, int refreshMinutes)
    {
        _source.Life = TimeSpan.FromMinutes(lifeMinutes);
        using var credentials = new RefreshingCredentials(_source.GetAsync, _clock, new NoJitter());
        var first = await credentials.GetAsync();
        _clock.SetUtcNow(Start.AddMinutes(refreshMinutes).AddTicks(-1));
        Assert.Same(first, await credentials.GetAsync());
        Assert.Equal(1, _source.Calls);

        _clock.SetUtcNow(Start.AddMinutes(refreshMinutes));
        Assert.Same(first, await credentials.GetAsync()); // nobody waits while the old ones are good
        var second = await UntilChangedAsync(credentials, first);
        Assert.Equal(2, _source.Calls);
        Assert.True(second.Expiration > first.Expiration);
        Assert.True(first.Expiration > _clock.GetUtcNow(), "both are good for a while");
    }

    [Fact]
    public async Task ST_113_jitter_asks_at_most_a_tenth_of_the_margin_earlier()
    {
        using var credentials = new RefreshingCredentials(_source.GetAsync, _clock, new FullJitter());
        var first = await credentials.GetAsync();
        _clock.SetUtcNow(first.Expiration - TimeSpan.FromMinutes(16.5) - TimeSpan.FromTicks(1));
        await credentials.GetAsync();
        Assert.Equal(1, _source.Calls);
        _clock.Advance(TimeSpan.FromTicks(1));
        await credentials.GetAsync();
        await UntilChangedAsync(credentials, first);
    }

    [Fact]
    public async Task ST_113_one_request_at_a_time_serves_all_who_wait()
    {
        _source.Gate = new();
        using var credentials = new RefreshingCredentials(_source.GetAsync, _clock);
        var waiting = Enumerable.Range(0, 50).Select(_ => credentials.GetAsync().AsTask()).ToArray();
        Assert.DoesNotContain(waiting, task => task.IsCompleted);
        _source.Gate.SetResult();
        var all = await Task.WhenAll(waiting);
        Assert.Single(all.Distinct());
        Assert.Equal(1, _source.Calls);
    }

    [Fact]
    public async Task ST_113_a_failing_source_keeps_the_old_ones_until_they_end_and_is_asked_less_and_less()
    {
        using var credentials = new RefreshingCredentials(_source.GetAsync, _clock, new NoJitter());
        var first = await credentials.GetAsync();
        _source.Fails = true;
        _clock.SetUtcNow(first.Expiration.AddMinutes(-15));
        var calls = 1;
        foreach (var pause in (int[])[1, 2, 4, 8, 16, 32, 60, 60])
        {
            Assert.Same(first, await credentials.GetAsync());
            await UntilCallsAsync(++calls);
            await UntilFailedAsync(credentials, calls);
            _clock.Advance(TimeSpan.FromSeconds(pause) - TimeSpan.FromTicks(1));
            Assert.Same(first, await credentials.GetAsync());
            Assert.Equal(calls, _source.Calls);
            _clock.Advance(TimeSpan.FromTicks(1));
        }

        Assert.IsType<InvalidOperationException>(credentials.LastFailure);
        _clock.SetUtcNow(first.Expiration); // nothing valid is left
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await credentials.GetAsync());
        calls = _source.Calls;
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await credentials.GetAsync());
        Assert.Equal(calls, _source.Calls);
        _source.Fails = false;
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.True((await credentials.GetAsync()).Expiration > _clock.GetUtcNow());
        Assert.Null(credentials.LastFailure);
    }

    [Fact]
    public async Task Nobody_gets_credentials_that_have_ended()
    {
        using var credentials = new RefreshingCredentials(_source.GetAsync, _clock);
        var first = await credentials.GetAsync();
        _clock.SetUtcNow(first.Expiration);
        Assert.NotSame(first, await credentials.GetAsync());
    }

    [Fact]
    public async Task SC_065_ST_114_credentials_are_found_in_the_order_of_the_chain()
    {
        var given = new SessionCredentials("ASIAGIVEN", "s", "t", Start);
        var variables = new Dictionary<string, string>
        {
            ["AWS_ACCESS_KEY_ID"] = "AKIAENV", ["AWS_SECRET_ACCESS_KEY"] = "s",
            ["AWS_WEB_IDENTITY_TOKEN_FILE"] = "/run/token", ["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/Web", ["AWS_ROLE_SESSION_NAME"] = "pod",
        };
        WebIdentitySource? asked = null;
        CredentialProviderChain Chain(SessionCredentials? explicitCredentials = null) => new(new()
        {
            Credentials = explicitCredentials,
            ExchangeWebIdentityAsync = (source, _) =>
            {
                asked = source;
                return new(new SessionCredentials("ASIAWEB", "s", "t", Start));
            },
            GetWorkloadCredentialsAsync = _ => new(new SessionCredentials("ASIAWORKLOAD", "s", "t", Start)),
            ReadEnvironment = name => variables.GetValueOrDefault(name),
        });

        Assert.Equal("ASIAGIVEN (given)", (await Chain(given).FindAsync()).ToString());
        Assert.Equal("AKIAENV (environment)", (await Chain().FindAsync()).ToString());
        variables.Remove("AWS_ACCESS_KEY_ID");
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Chain().FindAsync()); // half is not none
        variables.Remove("AWS_SECRET_ACCESS_KEY");
        Assert.Equal("ASIAWEB (web identity)", (await Chain().FindAsync()).ToString());
        Assert.Equal(new("/run/token", "arn:aws:iam::123456789012:role/Web", "pod"), asked);
        variables.Clear();
        Assert.Equal("ASIAWORKLOAD (workload)", (await Chain().FindAsync()).ToString());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await new CredentialProviderChain(new() { ReadEnvironment = _ => null }).FindAsync());
    }

    private static async Task<SessionCredentials> UntilChangedAsync(RefreshingCredentials credentials, SessionCredentials old)
    {
        var now = old;
        await Eventually.TrueAsync(async () => (now = await credentials.GetAsync()) != old);
        return now;
    }

    private Task UntilCallsAsync(int calls) => Eventually.TrueAsync(() => Task.FromResult(_source.Calls >= calls));

    private static Task UntilFailedAsync(RefreshingCredentials credentials, int calls) =>
        Eventually.TrueAsync(() => Task.FromResult(credentials.LastFailure?.Message == $"call {calls}"));

    private sealed class Source(TimeProvider clock)
    {
        private int _calls;

        public TimeSpan Life { get; set; } = TimeSpan.FromHours(6);

        public bool Fails { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public int Calls => Volatile.Read(ref _calls);

        public async ValueTask<SessionCredentials> GetAsync(CancellationToken cancellationToken)
        {
            var call = Interlocked.Increment(ref _calls);
            if (Gate is not null)
            {
                await Gate.Task;
            }

            return Fails ? throw new InvalidOperationException($"call {call}") : new($"ASIA{call}", "secret", "token", clock.GetUtcNow() + Life);
        }
    }

    private sealed class NoJitter : RandomSource
    {
        public override void Fill(Span<byte> buffer) => buffer.Clear();
    }

    private sealed class FullJitter : RandomSource
    {
        public override void Fill(Span<byte> buffer) => buffer.Fill(0xFF);
    }
}
