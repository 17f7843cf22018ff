using System.Security.Claims;
using IamCore.AspNetCore.Authorization;
using IamCore.AspNetCore.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IamCore.AspNetCore.Tests.Authorization;

/// <summary>Which handlers are asked, and that leaving out the framework's own changes nothing for anybody.</summary>
public sealed class RequirementHandlersTests
{
    private static readonly ClaimsPrincipal Alice = new(new ClaimsIdentity([new("sub", "alice")], "Test"));

    public static TheoryData<string, bool> Users => new()
    {
        { "nobody", false },
        { "an identity that is not authenticated", false },
        { "an authenticated identity", true },
        { "an identity that is not, and one that is", true },
    };

    [Theory]
    [MemberData(nameof(Users))]
    public async Task Somebody_signed_in_where_the_framework_says_so(string user, bool isSignedIn)
    {
        IAuthorizationRequirement[] requirements = [new DenyAnonymousAuthorizationRequirement()];
        await using var ours = Services(s => { });
        await using var bare = new ServiceCollection().AddLogging().AddAuthorization().BuildServiceProvider();
        Assert.IsType<IamRequirementHandler>(Assert.Single(await HandlersAsync(ours, requirements)));
        Assert.Equal(isSignedIn, (await bare.GetRequiredService<IAuthorizationService>().AuthorizeAsync(UserOf(user), null, requirements)).Succeeded);
        Assert.Equal(isSignedIn, (await ours.GetRequiredService<IAuthorizationService>().AuthorizeAsync(UserOf(user), null, requirements)).Succeeded);
    }

    [Fact]
    public async Task A_requirement_that_is_a_handler_has_its_turn_once()
    {
        var asked = 0;
        await using var services = Services(s => { });
        var assertion = new AssertionRequirement(_ => ++asked > 0);
        var result = await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(Alice, null, [new DenyAnonymousAuthorizationRequirement(), assertion]);
        Assert.True(result.Succeeded);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_requirement_made_from_the_frameworks_is_asked_itself()
    {
        await using var services = Services(s => { });
        var result = await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(Alice, null, [new Stricter()]);
        Assert.False(result.Succeeded);
    }

    [Fact]
    public async Task Handlers_of_the_host_are_asked_about_everything()
    {
        await using var services = Services(s => s.AddSingleton<IAuthorizationHandler, Refuses>());
        IAuthorizationRequirement[] requirements = [new DenyAnonymousAuthorizationRequirement()];
        Assert.Equal(3, (await HandlersAsync(services, requirements)).Count());
        var result = await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(Alice, null, requirements);
        Assert.True(result.Failure?.FailCalled);
    }

    [Fact]
    public async Task The_hosts_own_provider_stays()
    {
        var own = new Nobody();
        await using var before = Services(s => { }, s => s.AddSingleton<IAuthorizationHandlerProvider>(own));
        Assert.Same(own, before.GetRequiredService<IAuthorizationHandlerProvider>());
        await using var after = Services(s => s.AddSingleton<IAuthorizationHandlerProvider>(own));
        Assert.Same(own, after.GetRequiredService<IAuthorizationHandlerProvider>());
        await using var again = Services(s => s.AddAuthorization());
        Assert.IsType<RequirementHandlers>(again.GetRequiredService<IAuthorizationHandlerProvider>());
    }

    private static Task<IEnumerable<IAuthorizationHandler>> HandlersAsync(IServiceProvider services, IAuthorizationRequirement[] requirements) =>
        services.GetRequiredService<IAuthorizationHandlerProvider>().GetHandlersAsync(new(requirements, Alice, null));

    private static ClaimsPrincipal UserOf(string user) => user switch
    {
        "nobody" => new(),
        "an identity that is not authenticated" => new(new ClaimsIdentity()),
        "an authenticated identity" => new(new ClaimsIdentity("Test")),
        _ => new([new ClaimsIdentity(), new ClaimsIdentity("Test")]),
    };

    private static ServiceProvider Services(Action<IServiceCollection> after, Action<IServiceCollection>? before = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IHostEnvironment>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Production" });
        before?.Invoke(services);
        services.AddIamCore().UseStore(Documents.Directory().Build()).AddAspNetCore();
        after(services);
        return services.BuildServiceProvider();
    }

    private sealed class Stricter : DenyAnonymousAuthorizationRequirement
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DenyAnonymousAuthorizationRequirement requirement) => Task.CompletedTask;
    }

    private sealed class Refuses : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context)
        {
            context.Fail();
            return Task.CompletedTask;
        }
    }

    private sealed class Nobody : IAuthorizationHandlerProvider
    {
        public Task<IEnumerable<IAuthorizationHandler>> GetHandlersAsync(AuthorizationHandlerContext context) => Task.FromResult<IEnumerable<IAuthorizationHandler>>([]);
    }
}
