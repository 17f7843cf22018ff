namespace IamCore.Testing.Tests;

public sealed class ManualClockTests
{
    [Fact]
    public void Stands_still_until_it_is_set()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var clock = new ManualClock(start);
        var stamp = clock.GetTimestamp();
        Assert.Equal(start, clock.GetUtcNow());
        clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(start.AddSeconds(90), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(90), clock.GetElapsedTime(stamp));
        clock.SetUtcNow(start);
        Assert.Equal(start, clock.GetUtcNow());
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public async Task Fires_what_is_due_in_order_at_its_time()
    {
        var clock = new ManualClock();
        var start = clock.GetUtcNow();
        var fired = new List<(string Name, double Seconds)>();
        using var late = Timer("late", 10, Timeout.InfiniteTimeSpan);
        using var each = Timer("each", 4, TimeSpan.FromSeconds(4));
        using var never = Timer("never", 5, Timeout.InfiniteTimeSpan);
        never.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var delay = Task.Delay(TimeSpan.FromSeconds(12), clock);

        clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal([("each", 4), ("each", 8), ("late", 10)], fired);
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        await delay;

        ITimer Timer(string name, double seconds, TimeSpan period) => clock.CreateTimer(
            _ => fired.Add((name, (clock.GetUtcNow() - start).TotalSeconds)), null, TimeSpan.FromSeconds(seconds), period);
    }
}
