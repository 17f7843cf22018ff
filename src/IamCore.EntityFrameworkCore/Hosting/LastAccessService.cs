using System.Diagnostics.CodeAnalysis;
using IamCore.Stores;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IamCore.EntityFrameworkCore.Hosting;

/// <summary>Restores last-accessed data after the host has started, and saves them every minute and when the host stops.</summary>
internal sealed partial class LastAccessService(
    DatabaseDirectoryStore store, LastAccessed accessed, AuthorizerOptions options, TimeProvider time, ILogger<LastAccessService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await TryAsync(() => store.LastAccess.SaveAsync(accessed, cancellationToken)).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.RecordLastAccessed)
        {
            return;
        }

        await TryAsync(() => store.LastAccess.RestoreAsync(accessed, options.MaxTrackedIdentities, stoppingToken)).ConfigureAwait(false);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            await TryAsync(() => store.LastAccess.SaveAsync(accessed, stoppingToken)).ConfigureAwait(false);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What is not saved now is saved with the next; decisions do not depend on it")]
    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotKept(logger, exception);
        }
        catch (OperationCanceledException)
        {
            // stopping
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Last-accessed data could not be read or saved; retrying with the next save")]
    private static partial void LogNotKept(ILogger logger, Exception exception);
}
