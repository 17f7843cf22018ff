using System.Security.Claims;
using IamCore.AspNetCore.Authorization;
using IamCore.AspNetCore.Tests.Hosting;
using IamCore.Policies;
using IamCore.Tests.Isolation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IamCore.AspNetCore.Tests.Authorization;

/// <summary>What a requirement costs in memory beside what the framework's authorization allocates for any.</summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests
{
    /// <summary>Code that was not compiled for speed yet allocates what it later does not; so it is asked until it has settled.</summary>
    private const int Rounds = 400;

    private static readonly ClaimsPrincipal Alice =
        new IamClaimsIdentity(new PrincipalSession(Principal.Parse($"arn:aws:iam::{TestHost.Account}:user/alice")) { Keys = [] }, "Test").ToPrincipal();

    [Fact]
    public async Task The_handler_allocates_nothing()
    {
        await using var services = Ours();
        var handler = services.GetServices<IAuthorizationHandler>().OfType<IamRequirementHandler>().Single();
        var request = Request(services);
        IAuthorizationRequirement[] requirements = [new DenyAnonymousAuthorizationRequirement(), new IamRequirement("docs:ReadDocument", Documents.Template)];
        var least = long.MaxValue;
        for (var round = 0; round < Rounds && least > 0; round++)
        {
            for (var i = 0; i < 300; i++)
            {
                var context = new AuthorizationHandlerContext(requirements, Alice, request);
                var before = GC.GetAllocatedBytesForCurrentThread();
                var handled = handler.HandleAsync(context);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                Assert.True(handled.IsCompletedSuccessfully && context.HasSucceeded);
            }

            await Task.Delay(100);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public async Task Asking_the_framework_allocates_no_more_than_for_any_other_requirement()
    {
        await using var ours = Ours();
        await using var bare = Services(s => s.AddAuthorization().AddSingleton<IAuthorizationHandler, Meets>());
        var request = Request(ours);
        var requirement = new IamRequirement("docs:ReadDocument", Documents.Template);
        var (iam, framework) = (long.MaxValue, 0L);
        for (var round = 0; round < Rounds && iam > framework; round++)
        {
            iam = await BytesAsync(ours.GetRequiredService<IAuthorizationService>(), request, requirement);
            framework = await BytesAsync(bare.GetRequiredService<IAuthorizationService>(), request, new Met());
            await Task.Delay(100);
        }

        Assert.InRange(iam, 0, framework);
    }

    private static async Task<long> BytesAsync(IAuthorizationService service, HttpContext request, IAuthorizationRequirement requirement)
    {
        IAuthorizationRequirement[] requirements = [requirement];
        for (var i = 0; i < 300; i++)
        {
            Assert.True((await service.AuthorizeAsync(Alice, request, requirements)).Succeeded);
        }

        var least = long.MaxValue;
        for (var i = 0; i < 50; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var result = service.AuthorizeAsync(Alice, request, requirements);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(result.IsCompletedSuccessfully);
        }

        return least;
    }

    private static ServiceProvider Ours() => Services(s => s.AddIamCore().UseStore(Documents.Directory().Build()).AddAspNetCore());

    private static ServiceProvider Services(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IHostEnvironment>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Production" });
        add(services);
        return services.BuildServiceProvider();
    }

    private static DefaultHttpContext Request(IServiceProvider services)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        http.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/tenants/{tenant}/documents/{id}"), 0, EndpointMetadataCollection.Empty, "documents"));
        http.Request.RouteValues = new() { ["tenant"] = "acme", ["id"] = "1" };
        return http;
    }

    private sealed class Met : IAuthorizationRequirement;

    private sealed class Meets : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context)
        {
            foreach (var requirement in (IAuthorizationRequirement[])context.Requirements)
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}
