namespace IamCore.Federation.Tests;

/// <summary>A clock that tells of the timers set on it, so that a test moves it once, when what is to expire waits for it.</summary>
internal sealed class TimerWatch(TimeProvider clock) : TimeProvider, IDisposable
{
    private readonly SemaphoreSlim _set = new(0);

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        _set.Release();
        return timer;
    }

    /// <summary>Waits until so many timers more were set.</summary>
    public async Task SetAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(await _set.WaitAsync(TimeSpan.FromMinutes(2)), $"{i} of {count} timers were set");
        }
    }

    public void Dispose() => _set.Dispose();
}
