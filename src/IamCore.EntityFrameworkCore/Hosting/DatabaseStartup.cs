using Microsoft.Extensions.Hosting;

namespace IamCore.EntityFrameworkCore.Hosting;

/// <summary>
/// Makes a host fail at start-up instead of at the first request if the database cannot be reached or has other tables.
/// </summary>
internal sealed class DatabaseStartup(DatabaseDirectoryStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
