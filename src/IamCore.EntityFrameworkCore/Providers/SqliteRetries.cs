using Microsoft.EntityFrameworkCore.Storage;

namespace IamCore.EntityFrameworkCore.Providers;

/// <summary>Retries when SQLite is busy.</summary>
internal sealed class SqliteRetries(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, MaxRetries, LongestPause)
{
    private const int MaxRetries = 5;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    protected override bool ShouldRetryOn(Exception exception) => SqliteProvider.IsBusy(exception);
}
