using IamCore.Credentials.Throttling;
using IamCore.Policies;

namespace IamCore.Tests.Credentials;

public sealed class AttemptLimiterTests
{
    private static readonly AttemptKey Bob = new(AttemptKind.Principal, AccountId.Parse("123456789012"), "bob");

    private static readonly AttemptKey Address = new(AttemptKind.Source, default, "192.0.2.1");

    private static readonly AttemptKey Device = new(AttemptKind.Device, AccountId.Parse("123456789012"), "arn:aws:iam::123456789012:mfa/bob");

    private readonly FakeTimeProvider _clock = new(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));

    private readonly InMemoryAttemptLimiter _limiter;

    public AttemptLimiterTests() => _limiter = new(_clock);

    [Fact]
    public async Task CR_111_after_five_failures_the_wait_starts_at_a_second_and_doubles_to_a_minute()
    {
        await FailAsync(Bob, 5);
        int[] expected = [1, 2, 4, 8, 16, 32, 60, 60];
        foreach (var seconds in expected)
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), await BeginAsync(Bob));
            _clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            Assert.Equal(TimeSpan.FromTicks(1), await BeginAsync(Bob));
            _clock.Advance(TimeSpan.FromTicks(1));
            Assert.Equal(TimeSpan.Zero, await BeginAsync(Bob));
        }
    }

    [Fact]
    public async Task CR_111_an_attempt_within_the_wait_does_not_lengthen_it()
    {
        await FailAsync(Bob, 5);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(TimeSpan.FromSeconds(1), await BeginAsync(Bob));
        }
    }

    [Fact]
    public async Task CR_111_a_success_resets_the_principal()
    {
        await FailAsync(Bob, 4);
        Assert.Equal(TimeSpan.Zero, await BeginAsync(Bob));
        await _limiter.SucceededAsync(Bob, default);
        await FailAsync(Bob, 5);
        Assert.Equal(TimeSpan.FromSeconds(1), await BeginAsync(Bob));
    }

    [Fact]
    public async Task CR_111_a_success_takes_one_attempt_back_from_its_source_only()
    {
        await FailAsync(Address, 5);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, await BeginAsync(Address));
        await _limiter.SucceededAsync(Address, default);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, await BeginAsync(Address));
        Assert.Equal(TimeSpan.FromSeconds(2), await BeginAsync(Address));
    }

    [Fact]
    public async Task CR_111_failures_count_for_fifteen_minutes()
    {
        await FailAsync(Bob, 4);
        _clock.Advance(TimeSpan.FromMinutes(15));
        await FailAsync(Bob, 5);
        Assert.Equal(TimeSpan.FromSeconds(1), await BeginAsync(Bob));
    }

    [Fact]
    public async Task CR_112_ten_wrong_codes_shut_a_device_until_the_window_has_passed()
    {
        var start = _clock.GetUtcNow();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(TimeSpan.Zero, await BeginAsync(Device));
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(TimeSpan.FromMinutes(5), await BeginAsync(Device));
        _clock.SetUtcNow(start + TimeSpan.FromMinutes(15));
        Assert.Equal(TimeSpan.Zero, await BeginAsync(Device));
        Assert.Equal(TimeSpan.FromMinutes(1), await BeginAsync(Device));
    }

    [Fact]
    public async Task CR_111_many_attempts_at_once_do_not_slip_through()
    {
        var waits = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => BeginAsync(Bob).AsTask())));
        Assert.Equal(5, waits.Count(wait => wait == TimeSpan.Zero));
    }

    [Fact]
    public async Task CR_113_those_who_must_wait_are_listed_and_can_be_cleared()
    {
        await FailAsync(Bob, 5);
        await FailAsync(Address, 5);
        Assert.Equal([Bob], await _limiter.ListAsync(Bob.Account, default));
        await _limiter.ClearAsync(Bob, default);
        Assert.Empty(await _limiter.ListAsync(Bob.Account, default));
        Assert.Equal(TimeSpan.Zero, await BeginAsync(Bob));
    }

    private ValueTask<TimeSpan> BeginAsync(AttemptKey key) => _limiter.BeginAsync(key, default);

    private async Task FailAsync(AttemptKey key, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Equal(TimeSpan.Zero, await BeginAsync(key));
        }
    }
}
