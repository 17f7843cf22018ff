namespace IamCore.EntityFrameworkCore.Tests.Databases;

/// <summary>The system's clock, which a test may put forward. Timers take the time they take.</summary>
internal sealed class LeapingClock : TimeProvider
{
    private long _leapt;

    public void Leap(TimeSpan time) => Interlocked.Add(ref _leapt, time.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Volatile.Read(ref _leapt));

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Volatile.Read(ref _leapt) * ((double)TimestampFrequency / TimeSpan.TicksPerSecond));
}
