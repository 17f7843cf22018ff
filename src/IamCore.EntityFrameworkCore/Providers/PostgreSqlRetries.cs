using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace IamCore.EntityFrameworkCore.Providers;

/// <summary>Retries transient errors: broken connections, deadlocks, a server that is starting.</summary>
internal sealed class PostgreSqlRetries(ExecutionStrategyDependencies dependencies) : NpgsqlRetryingExecutionStrategy(dependencies, MaxRetries, LongestPause, null)
{
    private const int MaxRetries = 4;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>A connection that breaks between two commands appears as disposed; each attempt uses a new one.</summary>
    protected override bool ShouldRetryOn(Exception? exception) => exception is ObjectDisposedException || base.ShouldRetryOn(exception);
}
