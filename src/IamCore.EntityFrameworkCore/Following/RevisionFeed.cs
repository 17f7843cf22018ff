using System.Diagnostics.CodeAnalysis;
using IamCore.EntityFrameworkCore.Rows;
using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore.Following;

/// <summary>
/// Tracks the newest revision by polling the database, and immediately on notifications. Notifications may be lost; only the database's
/// answer counts.
/// </summary>
internal sealed class RevisionFeed : IDisposable
{
    private readonly Database _database;
    private readonly DatabaseStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _asking = new();
    private Task<long> _running = Task.FromResult(-1L);
    private Task<long>? _next;
    private Task? _nextAfter;
    private long _known = -1;
    private long _answeredAt;
    private volatile Exception? _failure;
    private int _isStarted;
    private int _isDisposed;
    private Task _ended = Task.CompletedTask;
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _hint = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RevisionFeed(Database database)
    {
        _database = database;
        _options = database.Options;
        _time = _options.TimeProvider;
        _answeredAt = _time.GetTimestamp();
    }

    /// <summary>The newest known revision; -1 if unknown or if the database has been unavailable for longer than tolerated.</summary>
    public long Known => _failure is null || SinceAnswer <= _options.OutageTolerance ? Volatile.Read(ref _known) : -1;

    /// <summary>Completes at the next increase of the known revision.</summary>
    public Task Moved => Volatile.Read(ref _moved).Task;

    /// <summary>Called when the database did not return its revision.</summary>
    public Action? Unanswered { get; set; }

    /// <summary>Why the database is unavailable; null while it is available.</summary>
    public Exception? Failure => _failure;

    /// <summary>The time since the database last returned its revision.</summary>
    public TimeSpan SinceAnswer => _time.GetElapsedTime(Volatile.Read(ref _answeredAt));

    /// <summary>Completes after disposal, once the database is no longer polled.</summary>
    public Task Ended
    {
        get
        {
            lock (_asking)
            {
                return Task.WhenAll(_ended, _running, _next ?? Task.CompletedTask);
            }
        }
    }

    /// <summary>Starts polling, unless already started.</summary>
    public void Start()
    {
        if (Volatile.Read(ref _isStarted) != 0 || Interlocked.Exchange(ref _isStarted, 1) != 0)
        {
            return;
        }

        lock (_asking)
        {
            ThrowIfDisposed();
            var stop = _stop.Token;
            using (ExecutionContext.SuppressFlow())
            {
                var polling = Task.Run(() => PollAsync(stop), CancellationToken.None);
                var listening = _options.ListenForHints ? Task.Run(() => ListenAsync(stop), CancellationToken.None) : Task.CompletedTask;
                _ended = Task.WhenAll(polling, listening);
            }
        }
    }

    /// <summary>Notes that a revision was committed.</summary>
    public void Advance(long revision)
    {
        var known = Volatile.Read(ref _known);
        while (revision > known)
        {
            var seen = Interlocked.CompareExchange(ref _known, revision, known);
            if (seen == known)
            {
                Interlocked.Exchange(ref _moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
                return;
            }

            known = seen;
        }
    }

    /// <summary>
    /// Returns a revision read after this call; concurrent callers share one query. While the database is unavailable, returns the known
    /// revision without waiting,
    /// as long as the outage is tolerated.
    /// </summary>
    /// <exception cref="DirectoryUnavailableException">The database has been unavailable for too long.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "Judged by Tolerated: what is not tolerated is thrown")]
    public async ValueTask<long> GetAsync(CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        if (_failure is { } failure)
        {
            return Tolerated(failure);
        }

        try
        {
            return await AskAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Tolerated(exception);
        }
    }

    /// <summary>Fails immediately while the database is known to be unavailable.</summary>
    /// <exception cref="DirectoryUnavailableException">The database is unavailable.</exception>
    public void ThrowIfAway()
    {
        if (_failure is { } failure && !IsOfSetup(failure))
        {
            throw new DirectoryUnavailableException(FormattableString.Invariant(
                $"The directory's database does not answer, for {SinceAnswer.TotalSeconds:0.#} seconds: {failure.Message}"), failure);
        }
    }

    /// <summary>Queries the database now.</summary>
    public Task<long> AskAsync()
    {
        lock (_asking)
        {
            ThrowIfDisposed();
            if (_running.IsCompleted)
            {
                return _running = QueryAsync();
            }

            if (_nextAfter != _running)
            {
                _nextAfter = _running;
                _next = QueryAfterAsync(_running);
            }

            return _next!;
        }
    }

    public void Dispose()
    {
        lock (_asking)
        {
            if (_isDisposed != 0)
            {
                return;
            }

            Volatile.Write(ref _isDisposed, 1); // no query starts after this
        }

        _stop.Cancel();
        _stop.Dispose();
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) != 0, this);

    private long Tolerated(Exception failure)
    {
        var known = Known;
        if (known >= 0)
        {
            return known;
        }

        throw IsOfSetup(failure) ? failure : new DirectoryUnavailableException(FormattableString.Invariant(
            $"The directory's database has not answered for {SinceAnswer.TotalSeconds:0.#} seconds; decisions continue from cached data for at most {_options.OutageTolerance.TotalSeconds:0.#} seconds: {failure.Message}"), failure);
    }

    /// <summary>Whether the host's model or the tables are wrong, so that retrying does not help.</summary>
    private static bool IsOfSetup(Exception failure) => failure is InvalidOperationException or NotSupportedException;

    private async Task<long> QueryAfterAsync(Task<long> before)
    {
        await ((Task)before).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        return await QueryAsync().ConfigureAwait(false);
    }

    private async Task<long> QueryAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding); // continues outside the caller's lock
        var patience = Volatile.Read(ref _known) < 0 ? _options.CommandTimeout : _options.PollTimeout; // the first question takes longer
        try
        {
            await _database.PrepareAsync(CancellationToken.None).ConfigureAwait(false);
            var asked = _time.GetTimestamp();
            using var timeout = new CancellationTokenSource(patience, _time);
            var revision = await _database.ReadAsync(
                0, static (context, _, _, cancellation) => context.Set<DirectoryRow>().Select(d => d.Revision).SingleAsync(cancellation), timeout.Token)
                .WaitAsync(2 * patience, _time, CancellationToken.None).ConfigureAwait(false);
            Volatile.Write(ref _answeredAt, asked);
            _failure = null;
            Advance(revision);
            return revision;
        }
        catch (Exception exception)
        {
            Unanswered?.Invoke();
            _failure = exception is OperationCanceledException ? new TimeoutException(FormattableString.Invariant($"no answer within {patience.TotalSeconds:0.#} seconds")) : exception;
            throw;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Kept in Failure; asked again after the interval")]
    private async Task PollAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var hint = Volatile.Read(ref _hint).Task;
            try
            {
                await AskAsync().WaitAsync(stop).ConfigureAwait(false);
            }
            catch (Exception)
            {
                // retried below, after a pause
            }

            await Task.WhenAny(hint, Task.Delay(_options.PollInterval, _time, stop)).ConfigureAwait(false);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Hints only save time: without them the revision is polled, and listening begins anew")]
    private async Task ListenAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var database = await _database.PrepareAsync(stop).ConfigureAwait(false);
                var context = await _database.OpenAsync(stop).ConfigureAwait(false);
                await using (context.ConfigureAwait(false))
                {
                    if (database.Provider.ListenAsync(context, OnHint, stop) is not { } listening)
                    {
                        return;
                    }

                    await listening.ConfigureAwait(false);
                }
            }
            catch (Exception)
            {
                // restarted below, after a pause
            }

            await Task.Delay(_options.PollInterval, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void OnHint() =>
        Interlocked.Exchange(ref _hint, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
