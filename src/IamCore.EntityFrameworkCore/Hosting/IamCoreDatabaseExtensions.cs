using System.Diagnostics.Metrics;
using IamCore;
using IamCore.EntityFrameworkCore;
using IamCore.EntityFrameworkCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the directory in a database with a host.</summary>
public static class IamCoreDatabaseExtensions
{
    /// <summary>Keeps the directory in an SQLite database of its own; see <see cref="DatabaseDirectoryStore.OpenSqlite"/>.</summary>
    public static IamCoreBuilder UseSqlite(this IamCoreBuilder builder, string connectionString, DatabaseStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        return Use(builder, provider => DatabaseDirectoryStore.OpenSqlite(connectionString, OptionsOf(provider, options)));
    }

    /// <summary>Keeps the directory in a PostgreSQL database of its own; see <see cref="DatabaseDirectoryStore.OpenPostgreSql"/>.</summary>
    public static IamCoreBuilder UsePostgreSql(this IamCoreBuilder builder, string connectionString, DatabaseStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        return Use(builder, provider => DatabaseDirectoryStore.OpenPostgreSql(connectionString, OptionsOf(provider, options)));
    }

    /// <summary>Keeps the directory in the host's own database, through the <see cref="IDbContextFactory{TContext}"/> that the host registered.</summary>
    /// <typeparam name="TContext">The host's context, whose model has IamCore's tables (<see cref="IamCoreModelBuilderExtensions.AddIamCore"/>).</typeparam>
    public static IamCoreBuilder UseDatabase<TContext>(this IamCoreBuilder builder, DatabaseStoreOptions? options = null)
        where TContext : DbContext =>
        Use(builder, provider => DatabaseDirectoryStore.Create(provider.GetRequiredService<IDbContextFactory<TContext>>(), OptionsOf(provider, options)));

    /// <summary>Adds a check whether the directory's database answers.</summary>
    /// <param name="builder">The host's checks.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="failureStatus">What it says once decisions fail; while they still go on it says degraded.</param>
    /// <param name="tags">The check's tags.</param>
    public static IHealthChecksBuilder AddIamCoreDatabase(
        this IHealthChecksBuilder builder, string name = "iamcore", HealthStatus failureStatus = HealthStatus.Unhealthy, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name, provider => new DatabaseHealthCheck(provider.GetRequiredService<DatabaseDirectoryStore>()), failureStatus, tags));
    }

    private static IamCoreBuilder Use(IamCoreBuilder builder, Func<IServiceProvider, DatabaseDirectoryStore> open)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.RemoveAll<DatabaseDirectoryStore>();
        builder.Services.AddSingleton(open);
        builder.Services.AddHostedService<DatabaseStartup>();
        builder.Services.AddHostedService<LastAccessService>();
        return builder.UseStore(provider => provider.GetRequiredService<DatabaseDirectoryStore>());
    }

    private static DatabaseStoreOptions OptionsOf(IServiceProvider provider, DatabaseStoreOptions? options)
    {
        options ??= new DatabaseStoreOptions { TimeProvider = provider.GetRequiredService<TimeProvider>() };
        return options.Meters is null ? options with { Meters = provider.GetService<IMeterFactory>() } : options;
    }
}
