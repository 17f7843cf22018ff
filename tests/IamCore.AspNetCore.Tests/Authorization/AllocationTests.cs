using System.Security.Claims;
using IamCore.AspNetCore.Tests.Hosting;
using IamCore.Policies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IamCore.AspNetCore.Tests.Authorization;

/// <summary>What a requirement costs in memory beside what the framework's authorization allocates for any.</summary>
public sealed class AllocationTests
{
    /// <summary>Code that was not compiled for speed yet allocates what it later does not; so it is asked until it has settled.</summary>
    private const int Rounds = 400;

    [Fact]
    public async Task The_handler_allocates_nothing_of_its_own()
    {
        var alice = new IamClaimsIdentity(new PrincipalSession(Principal.Parse($"arn:aws:iam::{TestHost.Account}:user/alice")) { Keys = [] }, "Test").ToPrincipal();
        await using var ours = Services(s => s.AddIamCore().UseStore(Documents.Directory().Build()).AddAspNetCore());
        await using var bare = Services(s => s.AddAuthorization().AddSingleton<IAuthorizationHandler, Meets>());
        var request = Request(ours);
        var requirement = new IamRequirement("docs:ReadDocument", Documents.Template);
        var (iam, framework) = (long.MaxValue, 0L);
        for (var round = 0; round < Rounds && iam != framework; round++)
        {
            iam = await BytesAsync(ours.GetRequiredService<IAuthorizationService>(), alice, request, requirement);
            framework = await BytesAsync(bare.GetRequiredService<IAuthorizationService>(), alice, request, new Met());
            await Task.Delay(100);
        }

        Assert.Equal(framework, iam);
    }

    private static async Task<long> BytesAsync(IAuthorizationService service, ClaimsPrincipal user, HttpContext request, IAuthorizationRequirement requirement)
    {
        IAuthorizationRequirement[] requirements = [requirement];
        for (var i = 0; i < 300; i++)
        {
            Assert.True((await service.AuthorizeAsync(user, request, requirements)).Succeeded);
        }

        var least = long.MaxValue;
        for (var i = 0; i < 50; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var result = service.AuthorizeAsync(user, request, requirements);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(result.IsCompletedSuccessfully);
        }

        return least;
    }

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
