using System.Security.Cryptography;
using IamCore.EntityFrameworkCore;
using IamCore.AspNetCore;
using IamCore.Credentials.Secrets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.Documentation.Tests.Stores;

public sealed class StoreSnippets
{
    private static readonly Principal Alice = Principal.Parse("arn:aws:iam::123456789012:user/alice");

    [Fact]
    public async Task A_file_outlives_the_process()
    {
        var folder = Directory.CreateTempSubdirectory();
        var path = Path.Combine(folder.FullName, "directory.json");
        await FillAndAskAsync(services =>
        {
            #region file
            services.AddIamCore().UseJsonFile(path);
            #endregion
        });
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_database_outlives_the_process()
    {
        var folder = Directory.CreateTempSubdirectory();
        var connection = $"Data Source={Path.Combine(folder.FullName, "directory.db")};Pooling=False";
        await FillAndAskAsync(services =>
        {
            #region sqlite
            services.AddIamCore().UseSqlite(connection); // "Data Source=directory.db"
            #endregion
        });
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Tables_can_stand_beside_those_of_the_application()
    {
        var folder = Directory.CreateTempSubdirectory();
        var connection = $"Data Source={Path.Combine(folder.FullName, "application.db")};Pooling=False";
        await FillAndAskAsync(services =>
        {
            #region own-database
            services.AddDbContextFactory<ApplicationDbContext>(options => options.UseSqlite(connection));
            services.AddIamCore().UseDatabase<ApplicationDbContext>();
            #endregion
        });
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Other_settings_are_accepted()
    {
        var services = new ServiceCollection();
        var connection = "Host=localhost;Database=iam";
        var key = RandomNumberGenerator.GetBytes(SecretKey.Length);

        #region postgresql
        services.AddIamCore(options => options.MaxStaleness = TimeSpan.FromSeconds(2))
            .UsePostgreSql(connection, new DatabaseStoreOptions { OutageTolerance = TimeSpan.FromMinutes(1) });
        services.AddHealthChecks().AddIamCoreDatabase();
        #endregion

        #region protector
        services.AddIamCore().UseSecretProtector(new AesGcmSecretProtector([new SecretKey(1, key)]));
        #endregion

        #region data-protection
        services.AddDataProtection(); // and where its keys are kept
        services.AddSingleton<ISecretProtector>(provider =>
            new DataProtectionSecretProtector(provider.GetRequiredService<IDataProtectionProvider>()));
        #endregion

        using var built = services.BuildServiceProvider();
        Assert.IsType<DataProtectionSecretProtector>(built.GetRequiredService<ISecretProtector>());
        Assert.Equal(TimeSpan.FromSeconds(2), built.GetRequiredService<AuthorizerOptions>().MaxStaleness);
    }

    [Fact]
    public async Task A_decision_can_wait_for_a_revision()
    {
        using var engine = new IamEngine(new InMemoryDirectoryStore());
        await engine.Directory.Instance.ExecuteAsync(new CreateAccount("Documents", "root@example.com") { AccountId = "123456789012" });
        var authorizer = engine.Authorizer;
        var read = ActionName.Parse("docs:ReadDocument");
        var document = ResourceName.Parse("arn:app:docs::123456789012:document/1");
        var revision = await engine.Directory.Store.GetRevisionAsync(default);

        #region revision
        var question = new AccessQuestion(Alice, read, document) { MinimumRevision = revision };
        var access = await authorizer.AuthorizeAsync(question);
        #endregion

        Assert.True(access.Revision >= revision);
    }

    private static async Task FillAndAskAsync(Action<IServiceCollection> register)
    {
        var key = RandomNumberGenerator.GetBytes(SecretKey.Length);
        for (var start = 0; start < 2; start++)
        {
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddSingleton<ISecretProtector>(new AesGcmSecretProtector([new SecretKey(1, key)]));
            register(services);
            await using var provider = services.BuildServiceProvider();
            foreach (var service in provider.GetServices<Microsoft.Extensions.Hosting.IHostedService>())
            {
                await service.StartAsync(default);
            }

            if (start == 0)
            {
                var directory = provider.GetRequiredService<IamDirectory>();
                await directory.Instance.ExecuteAsync(new CreateAccount("Documents", "root@example.com") { AccountId = "123456789012" });
                var account = directory.ForAccount(AccountId.Parse("123456789012"));
                await account.ExecuteAsync(new CreateUser("alice"));
                await account.ExecuteAsync(new AttachUserPolicy("alice", "arn:aws:iam::aws:policy/AdministratorAccess"));
            }

            var access = await provider.GetRequiredService<IAuthorizer>().AuthorizeAsync(
                Alice, ActionName.Parse("docs:ReadDocument"), ResourceName.Parse("arn:app:docs::123456789012:document/1"));
            Assert.True(access.IsAllowed);
            foreach (var service in provider.GetServices<Microsoft.Extensions.Hosting.IHostedService>())
            {
                await service.StopAsync(default);
            }
        }
    }
}

#region context
public sealed class ApplicationDbContext(DbContextOptions<ApplicationDbContext> options) : DbContext(options)
{
    // Your own tables, and IamCore's.
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddIamCore();
}
#endregion
