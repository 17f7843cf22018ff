using IamCore.Administration.Accounts;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Authorization;
using IamCore.Credentials.Secrets;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Predefined;
using IamCore.Sessions;
using IamCore.Sessions.SignIn;
using IamCore.Stores;
using IamCore.Testing;
using IamCore.Tests.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.Tests.DependencyInjection;

public sealed class AddIamCoreTests
{
    private static readonly ServiceProviderOptions Strict = new() { ValidateScopes = true, ValidateOnBuild = true };

    [Fact]
    public async Task An_authorizer_works_with_nothing_but_its_registration()
    {
        var services = new ServiceCollection();
        services.AddIamCore();
        await using var provider = services.BuildServiceProvider(Strict);
        await new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", TestPolicies.Allow("docs:Read"))))
            .CommitToAsync(provider.GetRequiredService<IDirectoryStore>());

        Assert.True((await provider.GetRequiredService<IAuthorizer>().AskAsync(Ask.User("alice"), "docs:Read")).IsAllowed);
        Assert.NotNull(provider.GetRequiredService<AccessSimulator>());
        Assert.Equal(1, provider.GetRequiredService<LastAccessed>().Count);
    }

    [Fact]
    public async Task Hosts_find_what_proves_callers_and_what_decides_about_them()
    {
        var services = new ServiceCollection();
        services.AddIamCore();
        await using var provider = services.BuildServiceProvider(Strict);
        await new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", TestPolicies.Allow("docs:Read"))))
            .CommitToAsync(provider.GetRequiredService<IDirectoryStore>());
        var key = await provider.GetRequiredService<IamDirectory>().ForAccount(AccountId.Parse("123456789012")).ExecuteAsync(new CreateAccessKey("alice"));

        var caller = await provider.GetRequiredService<CallerAuthenticator>().AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
        var callers = provider.GetRequiredService<CallerAuthorizer>();
        Assert.True((await callers.AuthorizeAsync(caller, ActionName.Parse("docs:Read"), ResourceName.None)).IsAllowed);
        Assert.False((await callers.AuthorizeAsync(caller, ActionName.Parse("docs:Write"), ResourceName.None)).IsAllowed);
        Assert.NotNull(provider.GetRequiredService<ServiceCredentialAuthenticator>());
    }

    [Fact]
    public async Task The_hosts_own_store_takes_one_line_before_or_after()
    {
        var store = new CountingStore(new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", TestPolicies.Allow("docs:Read")))).Build());
        Action<IServiceCollection>[] ways =
        [
            services => services.AddSingleton<IDirectoryStore>(store).AddIamCore(),
            services => services.AddIamCore().Services.AddSingleton<IDirectoryStore>(store),
            services => services.AddIamCore().UseStore(store),
            services => services.AddIamCore().UseStore(_ => store),
            services => services.AddSingleton(store).AddIamCore().UseStore(provider => provider.GetRequiredService<CountingStore>()),
        ];
        foreach (var register in ways)
        {
            var services = new ServiceCollection();
            register(services);
            await using var provider = services.BuildServiceProvider(Strict);
            store.Loads = 0;
            Assert.True((await provider.GetRequiredService<IAuthorizer>().AskAsync(Ask.User("alice"), "docs:Read")).IsAllowed);
            Assert.Equal(1, store.Loads);
            Assert.Same(store, provider.GetRequiredService<IDirectoryLoader>());
            Assert.Same(store, provider.GetRequiredService<IDirectoryCatalog>());
            Assert.Same(store, provider.GetRequiredService<IDirectoryWriter>());
            Assert.Same(store, provider.GetRequiredService<IDirectoryWatch>());
        }
    }

    [Fact]
    public async Task Clock_observers_resource_policies_and_predefined_policies_are_the_hosts()
    {
        var clock = new FakeTimeProvider(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));
        var predefined = PredefinedPolicies.Default.With(new PredefinedPolicy { Name = "ReadDocs", Document = TestPolicies.Allow("docs:Read") });
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock).AddSingleton(new List<AccessEvent>());
        services.AddIamCore().AddObserver<ListObserver>().UseResourcePolicies<OpenResources>().UsePredefinedPolicies(predefined);
        await using var provider = services.BuildServiceProvider(Strict);
        var store = provider.GetRequiredService<IDirectoryStore>();
        await new DirectoryBuilder().Account(a => a.User("alice").User("bob")).CommitToAsync(store);
        await store.PutAsync((await store.UserAsync("bob")) with { AttachedPolicies = [predefined.All.Single(p => p.Name == "ReadDocs").Key] });
        var authorizer = provider.GetRequiredService<IAuthorizer>();

        Assert.True((await authorizer.AskAsync(Ask.User("alice"), "docs:Open")).IsAllowed);
        Assert.True((await authorizer.AskAsync(Ask.User("bob"), "docs:Read")).IsAllowed);
        Assert.Equal([clock.GetUtcNow(), clock.GetUtcNow()], provider.GetRequiredService<List<AccessEvent>>().Select(e => e.Time));
    }

    [Fact]
    public void Options_that_are_wrong_are_refused_when_they_are_set_with_all_that_is_wrong()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddIamCore(o =>
        {
            o.MaxCachedPrincipals = 0;
            o.MaxStaleness = TimeSpan.FromSeconds(-1);
            o.MinimumRevisionTimeout = TimeSpan.Zero;
            o.MaxTrackedIdentities = 0;
            o.RootOnlyActions.Add(default);
        }));
        foreach (var name in (string[])["MaxCachedPrincipals", "MaxStaleness", "MinimumRevisionTimeout", "MaxTrackedIdentities", "RootOnlyActions"])
        {
            Assert.Contains(name, failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Options_that_go_wrong_afterwards_are_refused_when_the_authorizer_is_made()
    {
        var services = new ServiceCollection();
        AuthorizerOptions? kept = null;
        services.AddIamCore(o => kept = o);
        kept!.MaxCachedPrincipals = -1;
        using var provider = services.BuildServiceProvider(Strict);
        Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IAuthorizer>());
    }

    [Fact]
    public void Registering_twice_adds_to_the_options_and_registers_nothing_twice()
    {
        var services = new ServiceCollection();
        services.AddIamCore(o => o.MaxCachedPrincipals = 7);
        var count = services.Count;
        services.AddIamCore(o => o.MaxTrackedIdentities = 8);
        Assert.Equal(count, services.Count);
        using var provider = services.BuildServiceProvider(Strict);
        var options = provider.GetRequiredService<AuthorizerOptions>();
        Assert.Equal((7, 8), (options.MaxCachedPrincipals, options.MaxTrackedIdentities));
    }

    [Fact]
    public void A_store_that_lives_in_a_scope_is_refused()
    {
        var services = new ServiceCollection();
        services.AddScoped<IDirectoryStore, InMemoryDirectoryStore>().AddIamCore();
        using var provider = services.BuildServiceProvider(Strict);
        Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IAuthorizer>());
    }

    [Fact]
    public async Task A_JSON_file_is_the_directory_where_the_host_says_so()
    {
        var path = Path.Combine(Path.GetTempPath(), $"iamcore-{Guid.NewGuid():N}.json");
        try
        {
            for (var round = 0; round < 2; round++)
            {
                var services = new ServiceCollection();
                services.AddIamCore().UseJsonFile(path);
                await using var provider = services.BuildServiceProvider(Strict);
                var store = provider.GetRequiredService<IDirectoryStore>();
                if (round == 0)
                {
                    await new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", TestPolicies.Allow("docs:Read")))).CommitToAsync(store);
                }

                var authorizer = provider.GetRequiredService<IAuthorizer>();
                Assert.True((await authorizer.AskAsync(Ask.User("alice"), "docs:Read")).IsAllowed);
                if (round == 1)
                {
                    await store.PutAsync((await store.UserAsync("alice")) with { InlinePolicies = [] });
                    Assert.False((await authorizer.AskAsync(Ask.User("alice"), "docs:Read")).IsAllowed);
                }
            }
        }
        finally
        {
            foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"))
            {
                File.Delete(file);
            }
        }
    }

    [Fact]
    public async Task The_directory_is_administered_and_asked_through_one_registration()
    {
        var clock = new FakeTimeProvider(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock).AddIamCore()
            .ConfigureDirectory(o => o with { Quotas = o.Quotas.With(Quota.GroupsPerUser, 2) })
            .ConfigureDirectory(o => o with { Quotas = o.Quotas.With(Quota.GroupsPerUser, o.Quotas.ValueOf(Quota.GroupsPerUser) - 1) });
        await using var provider = services.BuildServiceProvider(Strict);
        var directory = provider.GetRequiredService<IamDirectory>();
        Assert.Same(provider.GetRequiredService<IDirectoryStore>(), directory.Store);
        await directory.Instance.ExecuteAsync(new CreateAccount("Main", "root@example.com") { AccountId = Ask.Account });
        var iam = directory.ForAccount(AccountId.Parse(Ask.Account));
        var alice = await iam.ExecuteAsync(new CreateUser("alice"));
        Assert.Equal(clock.GetUtcNow(), alice.CreateDate);
        await iam.ExecuteAsync(new CreateGroup("a"));
        await iam.ExecuteAsync(new CreateGroup("b"));
        await iam.ExecuteAsync(new PutGroupPolicy("a", "read", TestPolicies.Allow("docs:Read")));
        await iam.ExecuteAsync(new AddUserToGroup("a", "alice"));
        Assert.Equal(
            IamErrorCode.LimitExceeded,
            (await Assert.ThrowsAsync<IamException>(() => iam.ExecuteAsync(new AddUserToGroup("b", "alice")))).ErrorCode); // 2, less one
        Assert.True((await provider.GetRequiredService<IAuthorizer>().AskAsync(Ask.User("alice"), "docs:Read")).IsAllowed);
        foreach (var service in (Type[])[typeof(SignInService), typeof(SecurityTokenService), typeof(CallerAuthenticator)])
        {
            Assert.NotNull(provider.GetRequiredService(service));
        }
    }

    [Fact]
    public void A_directory_that_outlives_the_process_starts_only_with_a_secret_protector() // CR-106
    {
        var path = Path.Combine(Path.GetTempPath(), $"iamcore-{Guid.NewGuid():N}.json");
        var services = new ServiceCollection();
        services.AddIamCore().UseJsonFile(path);
        using (var provider = services.BuildServiceProvider(Strict))
        {
            Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IamDirectory>());
        }

        var protector = new AesGcmSecretProtector([new SecretKey(1, new byte[32])]);
        services.AddIamCore().UseSecretProtector(protector);
        using (var provider = services.BuildServiceProvider(Strict))
        {
            Assert.Same(protector, provider.GetRequiredService<IamDirectory>().Options.Credentials.SecretProtector);
        }

        File.Delete(path + ".lock");
    }

    [Fact]
    public async Task Works_without_a_container()
    {
        using var engine = new IamEngine();
        await new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", TestPolicies.Allow("docs:Read")))).CommitToAsync(engine.Store);
        Assert.True((await engine.Authorizer.AuthorizeAsync($"arn:aws:iam::{Ask.Account}:user/alice", "docs:Read", "*")).IsAllowed);
        Assert.Equal(1, engine.LastAccessed.Count);
        await engine.Directory.ForAccount(AccountId.Parse(Ask.Account)).ExecuteAsync(new DeleteUserPolicy("alice", "docs"));
        Assert.False((await engine.Authorizer.AskAsync(Ask.User("alice"), "docs:Read")).IsAllowed);
        await engine.Directory.ForAccount(AccountId.Parse(Ask.Account)).ExecuteAsync(new PutUserPolicy("alice", "docs", TestPolicies.Allow("docs:Read")));
        Assert.True((await engine.Simulator.SimulateAsync(Ask.Question(Ask.User("alice"), "docs:Read"))).IsAllowed);
    }

    public sealed class ListObserver(List<AccessEvent> seen) : IAccessObserver
    {
        public void OnDecided(in AccessEvent access) => seen.Add(access);
    }

    public sealed class OpenResources : IResourcePolicySource
    {
        private static readonly PolicySet Open = PolicySet.Compile(PolicyDocument.Parse(TestPolicies.AllowTo("*", "docs:Open"), PolicyType.Resource));

        public async ValueTask<PolicySet?> FindAsync(ResourceName resource, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Open;
        }
    }
}
