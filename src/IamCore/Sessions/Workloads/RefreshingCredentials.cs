using IamCore.Model;

namespace IamCore.Sessions.Workloads;

/// <summary>
/// Temporary credentials that are always good (ST-113): gets new ones from a source in the background before the old ones end, one
/// request at a time. Callers wait only where nothing valid is left. Safe for any number of threads.
/// </summary>
public sealed class RefreshingCredentials : IDisposable
{
    /// <summary>How long before their end credentials are replaced, or a quarter of their life where that is less.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private const double Jitter = 0.1;

    private readonly Func<CancellationToken, ValueTask<SessionCredentials>> _source;
    private readonly TimeProvider _time;
    private readonly RandomSource _random;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private Held? _held;
    private Task<SessionCredentials>? _refresh;
    private TimeSpan _pause;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    /// <summary>Credentials from a source.</summary>
    /// <param name="source">Gives new credentials, for example by <see cref="WorkloadCredentials"/> or <c>AssumeRole</c>.</param>
    /// <param name="time">The clock; the system's by default.</param>
    /// <param name="random">What spreads the requests of many processes; the system's generator by default.</param>
    public RefreshingCredentials(
        Func<CancellationToken, ValueTask<SessionCredentials>> source, TimeProvider? time = null, RandomSource? random = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _time = time ?? TimeProvider.System;
        _random = random ?? RandomSource.System;
    }

    /// <summary>Why the last request for new credentials failed; <see langword="null"/> where it did not.</summary>
    public Exception? LastFailure { get; private set; }

    /// <summary>Credentials that are valid now. After a failure the source is left alone for a second, then twice as long each time, to a minute.</summary>
    /// <exception cref="Exception">What the source threw, where nothing valid is left.</exception>
    public ValueTask<SessionCredentials> GetAsync(CancellationToken cancellationToken = default)
    {
        Task<SessionCredentials> refresh;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, this);
            var now = _time.GetUtcNow();
            if (_held is { } held && now < held.Credentials.Expiration)
            {
                if (now >= held.RefreshAt && now >= _notBefore)
                {
                    _ = StartRefresh();
                }

                return new(held.Credentials);
            }

            if (now < _notBefore && LastFailure is { } failure)
            {
                return ValueTask.FromException<SessionCredentials>(failure);
            }

            refresh = StartRefresh();
        }

        return new(refresh.WaitAsync(cancellationToken));
    }

    /// <summary>Stops asking for new ones.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <summary>One at a time: who comes later waits for the one under way.</summary>
    private Task<SessionCredentials> StartRefresh()
    {
        if (_refresh is null)
        {
            _refresh = RefreshAsync(_stop.Token);
            _ = _refresh.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default); // kept in LastFailure
        }

        return _refresh;
    }

    private async Task<SessionCredentials> RefreshAsync(CancellationToken cancellationToken)
    {
        await Task.Yield(); // the source never runs under the lock
        try
        {
            var credentials = await _source(cancellationToken).ConfigureAwait(false);
            var now = _time.GetUtcNow();
            lock (_lock)
            {
                _held = new(credentials, RefreshTimeOf(credentials, now));
                _pause = TimeSpan.Zero;
                _notBefore = DateTimeOffset.MinValue;
                LastFailure = null;
                _refresh = null;
            }

            return credentials;
        }
        catch (Exception failure)
        {
            lock (_lock)
            {
                _pause = _pause == TimeSpan.Zero ? FirstPause : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, LongestPause.Ticks));
                _notBefore = _time.GetUtcNow() + _pause;
                LastFailure = failure;
                _refresh = null;
            }

            throw;
        }
    }

    private DateTimeOffset RefreshTimeOf(SessionCredentials credentials, DateTimeOffset now)
    {
        var life = credentials.Expiration - now;
        var early = life / 4 < Early ? life / 4 : Early;
        Span<byte> random = stackalloc byte[2];
        _random.Fill(random);
        var spread = early * (Jitter * BitConverter.ToUInt16(random) / ushort.MaxValue);
        return credentials.Expiration - early - spread;
    }

    private sealed record Held(SessionCredentials Credentials, DateTimeOffset RefreshAt);
}
