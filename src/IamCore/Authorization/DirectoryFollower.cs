using System.Diagnostics.CodeAnalysis;
using IamCore.Authorization.Snapshots;
using IamCore.Stores;

namespace IamCore.Authorization;

/// <summary>
/// Applies the store's commits to the change log. The log only saves reads: while the watch is silent or broken, everything older than
/// the newest known
/// revision is read again, so decisions never depend on it.
/// </summary>
internal sealed class DirectoryFollower(IDirectoryStore store, ChangeLog log, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private int _isStarted;
    private int _isDisposed;

    /// <summary>Starts following, unless already started; the log then reports changes after <paramref name="revision"/>.</summary>
    public void Start(long revision)
    {
        if (Volatile.Read(ref _isStarted) == 0 && Interlocked.Exchange(ref _isStarted, 1) == 0 && !_stop.IsCancellationRequested)
        {
            log.RestartAfter(revision);
            var stop = _stop.Token;
            // Without SuppressFlow, the first request's AsyncLocals and activity would live as long as the store.
            using (ExecutionContext.SuppressFlow())
            {
                _ = Task.Run(() => FollowAsync(stop), CancellationToken.None);
            }
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _stop.Cancel();
            _stop.Dispose();
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A failed watch is restarted; decisions do not depend on it, and reads of the store report their own errors")]
    private async Task FollowAsync(CancellationToken stop)
    {
        var pause = FirstPause;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await foreach (var commit in store.WatchAsync(log.Applied, stop).ConfigureAwait(false))
                {
                    log.Apply(commit);
                    pause = FirstPause;
                }
            }
            catch (RevisionCompactedException)
            {
                await RestartAsync(stop).ConfigureAwait(false);
            }
            catch (Exception)
            {
                // restarted below, after a pause
            }

            try
            {
                await Task.Delay(pause, time, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "As above: retried after a pause")]
    private async Task RestartAsync(CancellationToken stop)
    {
        try
        {
            log.RestartAfter(await store.GetRevisionAsync(stop).ConfigureAwait(false));
        }
        catch (Exception)
        {
            // the watch will throw RevisionCompactedException again
        }
    }
}
