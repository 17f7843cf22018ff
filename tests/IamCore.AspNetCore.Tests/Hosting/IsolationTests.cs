using System.Reflection;
using System.Runtime.CompilerServices;
using IamCore.Administration.Policies;
using IamCore.AspNetCore.Tests.Authorization;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.AspNetCore.Tests.Hosting;

/// <summary>Hosts of one process share nothing, and a host may put its own parts in the place of ours. All test hosts validate scopes and what they build.</summary>
public sealed class IsolationTests
{
    [Fact]
    public async Task Two_hosts_decide_each_by_its_own_directory()
    {
        await using var one = await TestHost.StartAsync(EndpointTests.Map, Documents.Directory(), services: s => EndpointTests.Services(s));
        await using var other = await TestHost.StartAsync(
            EndpointTests.Map, new DirectoryBuilder().Account(a => a.User("alice").User("bob", u => u.Inline("All", TestPolicies.AllowAll))), services: s => EndpointTests.Services(s));
        const string Path = "/tenants/acme/documents/1";
        Assert.Equal((200, 403), (await one.StatusAsync(Path, "alice"), await other.StatusAsync(Path, "alice")));
        Assert.Equal((403, 200), (await one.StatusAsync(Path, "bob"), await other.StatusAsync(Path, "bob")));
        await other.Services.GetRequiredService<IamDirectory>().ForAccount(AccountId.Parse(TestHost.Account)).ExecuteAsync(new DeleteUserPolicy("bob", "All"));
        Assert.Equal((200, 403), (await one.StatusAsync(Path, "alice"), await other.StatusAsync(Path, "bob")));
    }

    [Fact]
    public async Task The_hosts_own_authorizer_decides()
    {
        var authorizer = FakeAuthorizer.DenyAll().Allow("docs:ReadDocument", "*/document/7");
        await using var host = await TestHost.StartAsync(
            EndpointTests.Map, Documents.Directory(), services: s => EndpointTests.Services(s).AddSingleton<IAuthorizer>(authorizer));
        Assert.Equal(200, await host.StatusAsync("/tenants/any/documents/7", "bob"));
        Assert.Equal(403, await host.StatusAsync("/tenants/acme/documents/1", "alice"));
        authorizer.AssertAsked("docs:ReadDocument", "arn:app:docs::123456789012:tenant/acme/document/1");
    }

    [Fact]
    public async Task The_hosts_own_store_and_source_of_principals_are_asked()
    {
        await using var host = await TestHost.StartAsync(
            EndpointTests.Map,
            services: s => EndpointTests.Services(s).AddSingleton<IDirectoryStore>(Documents.Directory().Build()).AddSingleton<IIamPrincipalSource, EverybodyIsAlice>());
        Assert.Equal(200, await host.StatusAsync("/tenants/acme/documents/1", "whoever"));
    }

    /// <summary>What is static never changes, but for spare objects of a thread, which carry nothing over.</summary>
    [Fact]
    public void Nothing_static_is_mutable()
    {
        var fields = typeof(IamRequirement).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field is { IsLiteral: false, IsInitOnly: false } && field.GetCustomAttribute<ThreadStaticAttribute>() is null
                && field.GetCustomAttribute<CompilerGeneratedAttribute>() is null && field.DeclaringType!.Name != "ExplainJson")
            .Select(field => $"{field.DeclaringType}.{field.Name}");
        Assert.Empty(fields);
    }

    private sealed class EverybodyIsAlice : IIamPrincipalSource
    {
        private readonly PrincipalSession _alice = new(Principal.Parse($"arn:aws:iam::{TestHost.Account}:user/alice"));

        public ValueTask<PrincipalSession?> FindAsync(
            System.Security.Claims.ClaimsPrincipal user, Microsoft.AspNetCore.Http.HttpContext? http, CancellationToken cancellationToken) => new(_alice);
    }
}
