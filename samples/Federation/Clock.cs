namespace FederationSample;

/// <summary>A clock that the sample sets by hand, so that it need not wait for codes and sessions to pass. Applications leave it out.</summary>
internal sealed class Clock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
