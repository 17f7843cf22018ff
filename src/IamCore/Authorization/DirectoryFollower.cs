using System.Diagnostics.CodeAnalysis;
using IamCore.Authorization.Snapshots;
using IamCore.Stores;

namespace IamCore.Authorization;

/// <summary>
/// Keeps the change log up to date from the store's watch. The log only saves reading again: while the watch is silent or broken, whatever is
/// older than the newest known revision is read anew.
/// </summary>
internal sealed class DirectoryFollower(IDirectoryStore store, ChangeLog log, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private int _isStarted;
    private int _isDisposed;

    /// <summary>Begins following, if nobody did; the log then tells of changes after <paramref name="revision"/>.</summary>
    public void Start(long revision)
    {
        if (Volatile.Read(ref _isStarted) == 0 && Interlocked.Exchange(ref _isStarted, 1) == 0 && !_stop.IsCancellationRequested)
        {
            log.RestartAfter(revision);
            var stop = _stop.Token;
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

    [SuppressMessage("Design", "CA1031", Justification = "A watch that fails is begun anew; decisions do not depend on it, and every read of the store passes its own errors on")]
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
                // begun anew below
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

    [SuppressMessage("Design", "CA1031", Justification = "As above: asked again after a pause")]
    private async Task RestartAsync(CancellationToken stop)
    {
        try
        {
            log.RestartAfter(await store.GetRevisionAsync(stop).ConfigureAwait(false));
        }
        catch (Exception)
        {
            // the watch will say again that it cannot go on
        }
    }
}
