using System.Collections.Concurrent;

namespace IamCore.Credentials.Throttling;

/// <summary>An attempt limiter for a single process. Counts are lost when the process ends.</summary>
/// <param name="time">The clock; the system clock if <see langword="null"/>.</param>
/// <param name="limits">The limits; the default limits if <see langword="null"/>.</param>
public sealed class InMemoryAttemptLimiter(TimeProvider? time = null, AttemptLimits? limits = null) : IAttemptLimiter
{
    /// <summary>
    /// The maximum number of keys. Beyond it, keys whose window has passed are dropped; if there are none, the older half.
    /// </summary>
    private const int Capacity = 100_000;

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly AttemptLimits _limits = limits ?? new();
    private readonly ConcurrentDictionary<AttemptKey, Failures> _failures = new();

    /// <inheritdoc />
    public ValueTask<TimeSpan> BeginAsync(AttemptKey key, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        if (_failures.Count >= Capacity)
        {
            Shrink(now);
        }

        var wait = TimeSpan.Zero;
        _failures.AddOrUpdate(
            key,
            (_, now) =>
            {
                wait = TimeSpan.Zero;
                return new Failures([now]);
            },
            (_, failures, now) =>
            {
                var kept = failures.Since(now - _limits.Window);
                wait = WaitOf(key.Kind, kept, now);
                return wait > TimeSpan.Zero ? kept : kept.With(now, Math.Max(_limits.DeviceFailures, KeptTimes));
            },
            now);
        return new(wait);
    }

    /// <inheritdoc />
    public ValueTask SucceededAsync(AttemptKey key, CancellationToken cancellationToken)
    {
        if (key.Kind == AttemptKind.Principal)
        {
            _failures.TryRemove(key, out _);
        }
        else
        {
            _failures.AddOrUpdate(key, static _ => new Failures([]), static (_, failures) => failures.WithoutLast());
        }

        return default;
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<AttemptKey>> ListAsync(AccountId account, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        return new([.. _failures
            .Where(pair => pair.Key.Account == account && WaitOf(pair.Key.Kind, pair.Value.Since(now - _limits.Window), now) > TimeSpan.Zero)
            .Select(pair => pair.Key)
            .OrderBy(key => key.Name, StringComparer.Ordinal)]);
    }

    /// <inheritdoc />
    public ValueTask ClearAsync(AttemptKey key, CancellationToken cancellationToken)
    {
        _failures.TryRemove(key, out _);
        return default;
    }

    /// <summary>The number of failures beyond which the waiting time does not increase.</summary>
    private int KeptTimes => _limits.FreeFailures + 32;

    private TimeSpan WaitOf(AttemptKind kind, Failures failures, DateTimeOffset now)
    {
        var times = failures.Times;
        if (kind == AttemptKind.Device)
        {
            return times.Length < _limits.DeviceFailures ? TimeSpan.Zero : times[^_limits.DeviceFailures] + _limits.Window - now;
        }

        if (times.Length < _limits.FreeFailures)
        {
            return TimeSpan.Zero;
        }

        var doublings = Math.Min(times.Length - _limits.FreeFailures, 30);
        var wait = TimeSpan.FromTicks(Math.Min(_limits.FirstWait.Ticks * (1L << doublings), _limits.LongestWait.Ticks));
        var left = times[^1] + wait - now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void Shrink(DateTimeOffset now)
    {
        foreach (var (key, failures) in _failures.Where(pair => pair.Value.Since(now - _limits.Window).Times.Length == 0))
        {
            _failures.TryRemove(new(key, failures));
        }

        if (_failures.Count >= Capacity)
        {
            foreach (var (key, failures) in _failures.OrderBy(pair => pair.Value.Times.LastOrDefault()).Take(Capacity / 2).ToArray())
            {
                _failures.TryRemove(new(key, failures));
            }
        }
    }

    /// <summary>Times of failures, oldest first.</summary>
    private sealed class Failures(DateTimeOffset[] times)
    {
        public DateTimeOffset[] Times => times;

        /// <summary>Returns the failures after a time.</summary>
        public Failures Since(DateTimeOffset time) => times.Length == 0 || times[0] > time ? this : new([.. times.Where(t => t > time)]);

        /// <summary>Adds a failure and keeps the newest ones.</summary>
        public Failures With(DateTimeOffset time, int kept) => new([.. times.TakeLast(kept - 1), time]);

        public Failures WithoutLast() => times.Length == 0 ? this : new(times[..^1]);
    }
}
