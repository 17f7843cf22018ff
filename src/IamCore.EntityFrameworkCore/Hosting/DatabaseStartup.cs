using Microsoft.Extensions.Hosting;

namespace IamCore.EntityFrameworkCore.Hosting;

/// <summary>Lets a host that cannot reach its directory, or finds other tables, fail when it starts instead of at the first request.</summary>
internal sealed class DatabaseStartup(DatabaseDirectoryStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
