using System.Security.Cryptography;
using IamCore.Administration.Accounts;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Credentials.Secrets;
using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.EntityFrameworkCore.Tests.Schema;
using IamCore.Policies;
using IamCore.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace IamCore.EntityFrameworkCore.Tests.Hosting;

/// <summary>A host that registers its own context, and has the directory in it.</summary>
public abstract class HostContextTests : IDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    protected HostContextTests(TestDatabase database)
    {
        _database = database;
        var place = database.NewPlace();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDbContextFactory<HostContext>(options => HostContext.Configure(options, place));
        services.AddIamCore().UseDatabase<HostContext>()
            .UseSecretProtector(new AesGcmSecretProtector([new SecretKey(1, RandomNumberGenerator.GetBytes(SecretKey.Length))]));
        services.AddHealthChecks().AddIamCoreDatabase("directory");
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public void Dispose()
    {
        _services.DisposeAsync().AsTask().GetAwaiter().GetResult(); // until nothing asks the database any more: its files are deleted next
        if (_database is PostgreSqlDatabase)
        {
            HostContext.DropSchema();
        }

        _database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Starting_it_makes_IamCores_tables_only_and_decisions_come_from_them()
    {
        var hosted = _services.GetServices<IHostedService>().ToList();
        foreach (var service in hosted)
        {
            await service.StartAsync(default);
        }

        var contexts = _services.GetRequiredService<IDbContextFactory<HostContext>>();
        await using (var context = await contexts.CreateDbContextAsync())
        {
            Assert.Equal(DatabaseSchema.NewestVersion, await DatabaseSchema.GetVersionAsync(context));
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => context.Notes.CountAsync()); // the host's migrations make the host's
        }

        var directory = _services.GetRequiredService<IamDirectory>();
        await directory.Instance.ExecuteAsync(new CreateAccount("Main", "root@example.com") { AccountId = "123456789012" });
        var admin = directory.ForAccount(AccountId.Parse("123456789012"));
        await admin.ExecuteAsync(new CreateUser("ann"));
        var saved = await admin.ExecuteAsync(new PutUserPolicy("ann", "Read", TestPolicies.Allow("docs:Read")));
        var result = await _services.GetRequiredService<IAuthorizer>().AuthorizeAsync(new AccessQuestion(
            Principal.Parse("arn:aws:iam::123456789012:user/ann"), ActionName.Parse("docs:Read"), ResourceName.Parse("arn:app:docs::123456789012:document/1"))
        {
            MinimumRevision = saved.Value.Revision,
        });
        Assert.True(result.IsAllowed);

        var health = await _services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(HealthStatus.Healthy, health.Entries["directory"].Status);
        Assert.Equal(saved.Value.Revision, health.Entries["directory"].Data["revision"]);
        foreach (var service in hosted)
        {
            await service.StopAsync(default);
        }
    }

    [Fact]
    public async Task A_context_without_the_tables_is_told_what_is_missing()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDbContextFactory<BareContext>(options => HostContext.Configure(options, _database.NewPlace()));
        services.AddIamCore().UseDatabase<BareContext>();
        await using var provider = services.BuildServiceProvider();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await provider.GetRequiredService<DatabaseDirectoryStore>().GetRevisionAsync(default));
        Assert.Contains("call AddIamCore in OnModelCreating", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>A host's context that forgot something.</summary>
    public sealed class BareContext(DbContextOptions<BareContext> options) : DbContext(options);
}

public sealed class SqliteHostContextTests() : HostContextTests(new SqliteDatabase());

[Collection(nameof(HostContext))]
public sealed class PostgreSqlHostContextTests() : HostContextTests(new PostgreSqlDatabase());
