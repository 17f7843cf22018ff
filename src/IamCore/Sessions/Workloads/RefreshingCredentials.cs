using IamCore.Model;

namespace IamCore.Sessions.Workloads;

/// <summary>
/// Temporary credentials that are always valid (ST-113). They are replaced in the background before they expire, with one request to the
/// source
/// at a time. Callers wait only if no valid credentials are left. It is safe for concurrent use.
/// </summary>
public sealed class RefreshingCredentials : IDisposable
{
    /// <summary>How long before their expiration credentials are replaced; a quarter of their lifetime if that is less.</summary>
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

    /// <summary>Creates credentials that are obtained from a source.</summary>
    /// <param name="source">Returns new credentials, for example from <see cref="WorkloadCredentials"/> or <c>AssumeRole</c>.</param>
    /// <param name="time">The clock. The default is the system clock.</param>
    /// <param name="random">Spreads the requests of many processes over time. The default is the system's generator.</param>
    public RefreshingCredentials(
        Func<CancellationToken, ValueTask<SessionCredentials>> source, TimeProvider? time = null, RandomSource? random = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _time = time ?? TimeProvider.System;
        _random = random ?? RandomSource.System;
    }

    /// <summary>Why the last request for new credentials failed; <see langword="null"/> if it succeeded.</summary>
    public Exception? LastFailure { get; private set; }

    /// <summary>
    /// Returns credentials that are currently valid. After a failure the source is not asked again for one second, doubling up to one
    /// minute.
    /// </summary>
    /// <exception cref="Exception">The exception thrown by the source, if no valid credentials are left.</exception>
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

    /// <summary>Stops refreshing.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <summary>Starts a refresh, or joins the one in progress.</summary>
    private Task<SessionCredentials> StartRefresh()
    {
        if (_refresh is null)
        {
            _refresh = RefreshAsync(_stop.Token);
            _ = _refresh.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default); // LastFailure keeps it.
        }

        return _refresh;
    }

    private async Task<SessionCredentials> RefreshAsync(CancellationToken cancellationToken)
    {
        await Task.Yield(); // The source must never run under the lock.
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
        // Keeps processes that were started together from refreshing at the same moment.
        var spread = early * (Jitter * BitConverter.ToUInt16(random) / ushort.MaxValue);
        return credentials.Expiration - early - spread;
    }

    private sealed record Held(SessionCredentials Credentials, DateTimeOffset RefreshAt);
}
