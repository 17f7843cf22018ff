using System.Diagnostics.Metrics;
using IamCore;
using IamCore.EntityFrameworkCore;
using IamCore.EntityFrameworkCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a directory in a database.</summary>
public static class IamCoreDatabaseExtensions
{
    /// <summary>Stores the directory in a separate SQLite database; see <see cref="DatabaseDirectoryStore.OpenSqlite"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">For example <c>Data Source=directory.db</c>.</param>
    /// <param name="options">The settings; the default settings if <see langword="null"/>.</param>
    /// <returns>The builder.</returns>
    /// <example>
    /// <code>
    /// services.AddIamCore()
    ///     .UseSqlite("Data Source=directory.db")
    ///     .UseSecretProtector(new AesGcmSecretProtector([new SecretKey(1, key)]));
    /// </code>
    /// </example>
    public static IamCoreBuilder UseSqlite(this IamCoreBuilder builder, string connectionString, DatabaseStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        return Use(builder, provider => DatabaseDirectoryStore.OpenSqlite(connectionString, OptionsOf(provider, options)));
    }

    /// <summary>
    /// Stores the directory in a separate PostgreSQL database; see <see cref="DatabaseDirectoryStore.OpenPostgreSql"/>.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">An Npgsql connection string.</param>
    /// <param name="options">The settings; the default settings if <see langword="null"/>.</param>
    /// <returns>The builder.</returns>
    /// <example>
    /// <code>
    /// services.AddIamCore()
    ///     .UsePostgreSql("Host=db.example.com;Database=iam;Username=iam")
    ///     .UseSecretProtector(new AesGcmSecretProtector([new SecretKey(1, key)]));
    /// </code>
    /// </example>
    public static IamCoreBuilder UsePostgreSql(this IamCoreBuilder builder, string connectionString, DatabaseStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        return Use(builder, provider => DatabaseDirectoryStore.OpenPostgreSql(connectionString, OptionsOf(provider, options)));
    }

    /// <summary>
    /// Stores the directory in the host's own database, through the <see cref="IDbContextFactory{TContext}"/> that the host has
    /// registered.
    /// </summary>
    /// <typeparam name="TContext">
    /// The host's context, whose model contains IamCore's tables (<see cref="IamCoreModelBuilderExtensions.AddIamCore"/>).
    /// </typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="options">The settings; the default settings if <see langword="null"/>.</param>
    /// <returns>The builder.</returns>
    public static IamCoreBuilder UseDatabase<TContext>(this IamCoreBuilder builder, DatabaseStoreOptions? options = null)
        where TContext : DbContext =>
        Use(builder, provider => DatabaseDirectoryStore.Create(provider.GetRequiredService<IDbContextFactory<TContext>>(), OptionsOf(provider, options)));

    /// <summary>Adds a health check of the directory's database.</summary>
    /// <param name="builder">The builder of health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">
    /// The status once decisions fail; while they continue from cached data, the status is <see cref="HealthStatus.Degraded"/>.
    /// </param>
    /// <param name="tags">The tags of the check.</param>
    /// <returns>The builder.</returns>
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
