namespace IamCore.Authorization.Snapshots;

/// <summary>
/// <c>aws:MultiFactorAuthAge</c>: whole seconds since the second factor was verified (ST-029). The most recent value is cached.
/// </summary>
internal sealed class MultiFactorAge(DateTimeOffset checkedAt)
{
    private volatile Age? _last;

    public ContextValue At(DateTimeOffset now)
    {
        var seconds = Math.Max(0, (now - checkedAt).Ticks / TimeSpan.TicksPerSecond);
        var last = _last;
        if (last?.Seconds != seconds)
        {
            _last = last = new Age(seconds, ContextValue.From(seconds));
        }

        return last.Value;
    }

    private sealed record Age(long Seconds, ContextValue Value);
}
