using IamCore.AspNetCore.Tests.Hosting;
using IamCore.Policies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.AspNetCore.Tests.Authorization;

/// <summary>Minimal APIs, groups and controllers over HTTP.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("/tenants/acme/documents/1", "alice", 200)]
    [InlineData("/tenants/acme/documents/13", "alice", 403)]
    [InlineData("/tenants/globex/documents/1", "alice", 403)]
    [InlineData("/tenants/acme/documents/1", "bob", 403)]
    [InlineData("/tenants/acme/documents/1", "nobody", 403)]
    [InlineData("/tenants/acme/documents/1", null, 401)]
    [InlineData("/attribute/acme/1", "alice", 200)]
    [InlineData("/attribute/globex/1", "alice", 403)]
    [InlineData("/attribute/acme/1", null, 401)]
    [InlineData("/group/acme/documents/1", "alice", 200)]
    [InlineData("/group/acme/documents/13", "alice", 403)]
    [InlineData("/group/acme/documents/1", null, 401)]
    [InlineData("/controller/acme/1", "alice", 200)]
    [InlineData("/controller/acme/13", "alice", 403)]
    [InlineData("/controller/acme/1", null, 401)]
    [InlineData("/policy/acme/1", "alice", 200)]
    [InlineData("/policy/globex/1", "alice", 403)]
    public async Task Policies_decide_who_may_call_an_endpoint(string path, string? user, int status)
    {
        await using var host = await TestHost.StartAsync(Map, Documents.Directory(), services: s => Services(s));
        Assert.Equal(status, await host.StatusAsync(path, user));
    }

    [Fact]
    public async Task A_group_and_an_endpoint_in_it_must_both_be_met()
    {
        await using var host = await TestHost.StartAsync(
            app => app.MapGroup("/{tenant}").RequireIam("docs:ReadDocument", "arn:app:docs::123456789012:tenant/{tenant}/document/any")
                .MapGet("/{id}", (string id) => id).RequireIam("docs:DeleteDocument", Documents.Template),
            Documents.Directory());
        Assert.Equal(403, await host.StatusAsync("/acme/1", "alice"));
    }

    [Fact]
    public async Task Callers_who_did_not_sign_in_are_decided_about_where_the_endpoint_says_so()
    {
        await using var host = await TestHost.StartAsync(
            app =>
            {
                app.MapGet("/{tenant}/{id}", (string tenant, string id) => id).RequireIam("docs:ReadDocument", Documents.Template).AllowIamAnonymous();
                app.MapGet("/signed-in/{tenant}/{id}", (string tenant, string id) => id).RequireIam("docs:ReadDocument", Documents.Template);
            },
            Documents.Directory(),
            services: s => s.AddSingleton<IResourcePolicySource, PublicBrochure>());
        Assert.Equal(200, await host.StatusAsync("/acme/brochure"));
        Assert.Equal(401, await host.StatusAsync("/acme/1"));
        Assert.Equal(401, await host.StatusAsync("/signed-in/acme/brochure"));
    }

    [Fact]
    public async Task An_explicit_deny_is_final_and_an_implicit_one_leaves_room_for_another_handler()
    {
        await using var host = await TestHost.StartAsync(Map, Documents.Directory(), services: s => Services(s).AddSingleton<IAuthorizationHandler, GrantsEverything>());
        Assert.Equal(200, await host.StatusAsync("/tenants/acme/documents/1", "bob"));
        Assert.Equal(403, await host.StatusAsync("/tenants/acme/documents/1", "eve"));
    }

    [Fact]
    public async Task What_allow_anonymous_opens_is_open()
    {
        await using var host = await TestHost.StartAsync(
            app => app.MapGroup("/").RequireIam("docs:ReadDocument", "*").MapGet("/health", () => "up").AllowAnonymous());
        Assert.Equal(200, await host.StatusAsync("/health"));
    }

    internal static void Map(WebApplication app)
    {
        app.MapGet("/tenants/{tenant}/documents/{id}", (string tenant, string id) => id).RequireIam("docs:ReadDocument", Documents.Template);
        app.MapGet("/attribute/{tenant}/{id}", [IamAuthorize("docs:ReadDocument", Documents.Template)] (string tenant, string id) => id);
        app.MapGroup("/group/{tenant}").RequireIam("docs:ReadDocument", Documents.Template).MapGet("/documents/{id}", (string id) => id);
        app.MapGet("/policy/{tenant}/{id}", (string tenant, string id) => id).RequireAuthorization("Read");
        app.MapControllers();
    }

    internal static IServiceCollection Services(IServiceCollection services)
    {
        services.AddControllers().AddApplicationPart(typeof(EndpointTests).Assembly);
        services.AddAuthorizationBuilder().AddPolicy("Read", policy => policy.AddRequirements(new IamRequirement("docs:ReadDocument", Documents.Template)));
        return services;
    }

    private sealed class PublicBrochure : IResourcePolicySource
    {
        private static readonly PolicySet Policy = PolicySet.Compile(PolicyDocument.Parse(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"docs:ReadDocument","Resource":"*"}]}""",
            PolicyType.Resource));

        public ValueTask<PolicySet?> FindAsync(ResourceName resource, CancellationToken cancellationToken) =>
            new(resource.ToString().EndsWith("/brochure", StringComparison.Ordinal) ? Policy : null);
    }

    private sealed class GrantsEverything : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context)
        {
            foreach (var requirement in context.PendingRequirements.ToList())
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}

/// <summary>A controller that is protected as a whole.</summary>
[ApiController]
[Route("controller/{tenant}")]
[IamAuthorize("docs:ReadDocument", Documents.Template)]
public sealed class DocumentController : ControllerBase
{
    [HttpGet("{id}")]
    public string Get(string tenant, string id) => $"{tenant}/{id}";
}
