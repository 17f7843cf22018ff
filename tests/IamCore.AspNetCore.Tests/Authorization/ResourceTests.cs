using System.Security.Claims;
using IamCore.AspNetCore.Tests.Hosting;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IamCore.AspNetCore.Tests.Authorization;

/// <summary>Resources that are known only once they are loaded.</summary>
public sealed class ResourceTests
{
    private static readonly DirectoryBuilder Directory = new DirectoryBuilder().Account(a => a
        .User("alice", u => u.Inline("Own", """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"docs:ReadDocument","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/Class":"public"}}},
              {"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/Hold":"yes"}}}]}
            """)));

    [Theory]
    [InlineData("/argument/public", "alice", 200)]
    [InlineData("/argument/secret", "alice", 403)]
    [InlineData("/argument/held", "alice", 403)]
    [InlineData("/argument/missing", "alice", 404)]
    [InlineData("/argument/missing", null, 401)]
    [InlineData("/argument/public", null, 401)]
    [InlineData("/found/public", "alice", 200)]
    [InlineData("/found/secret", "alice", 403)]
    [InlineData("/found/missing", "alice", 404)]
    [InlineData("/service/public", "alice", 200)]
    [InlineData("/service/secret", "alice", 403)]
    [InlineData("/named/public", "alice", 200)]
    [InlineData("/named/secret", "alice", 403)]
    [InlineData("/anonymous/public", null, 401)]
    public async Task The_tags_of_what_was_loaded_decide(string path, string? user, int status)
    {
        await using var host = await TestHost.StartAsync(Map, Directory, services: s => new IamCoreAccess(s).Name());
        Assert.Equal(status, await host.StatusAsync(path, user));
    }

    [Fact]
    public async Task A_policy_that_comes_with_the_resource_grants()
    {
        var policy = PolicySet.Compile(PolicyDocument.Parse(
            TestPolicies.AllowTo("arn:aws:iam::123456789012:user/bob", "docs:ReadDocument"), PolicyType.Resource));
        await using var host = await TestHost.StartAsync(
            app => app.MapGet("/{id}", (string id) => id)
                .RequireIam("docs:ReadDocument", _ => new(new IamResource("arn:app:docs::123456789012:document/1") { Policy = policy })),
            new DirectoryBuilder().Account(a => a.User("alice").User("bob")));
        Assert.Equal(200, await host.StatusAsync("/1", "bob"));
        Assert.Equal(403, await host.StatusAsync("/1", "alice"));
    }

    [Fact]
    public async Task A_handler_that_does_not_take_the_resource_ends_the_start() =>
        Assert.Contains("does not take", await TestHost.RefusedAsync(app => app.MapGet("/{id}", (string id) => id).RequireIamFor<Loaded>("docs:ReadDocument")), StringComparison.Ordinal);

    [Fact]
    public async Task A_type_that_nobody_named_ends_the_start() =>
        Assert.Contains("nobody named", await TestHost.RefusedAsync(app => app.MapGet("/{id}", (string id) => id).RequireIamFor<string>("docs:ReadDocument")), StringComparison.Ordinal);

    private static void Map(WebApplication app)
    {
        app.MapGet("/argument/{id}", (Loaded? document) => document!.Id).RequireIamFor<Loaded>("docs:ReadDocument");
        app.MapGet("/anonymous/{id}", (Loaded? document) => document!.Id).RequireIamFor<Loaded>("docs:ReadDocument").AllowIamAnonymous();
        app.MapGet("/found/{id}", (string id) => id)
            .RequireIam("docs:ReadDocument", call => new(Loaded.Find(call.GetArgument<string>(0))?.ToIamResource()));
        app.MapGet("/service/{id}", async (string id, ClaimsPrincipal user, IAuthorizationService authorization) =>
            (await authorization.AuthorizeIamAsync(user, "docs:ReadDocument", Loaded.Find(id)!)).Succeeded ? Results.Ok() : Results.Forbid());
        app.MapGet("/named/{id}", async (string id, ClaimsPrincipal user, IAuthorizationService authorization) =>
            (await authorization.AuthorizeIamAsync(user, "docs:ReadDocument", new Record(id))).Succeeded ? Results.Ok() : Results.Forbid());
    }

    internal sealed record Record(string Id);

    internal sealed record Loaded(string Id, ValueList<Tag> Tags) : IIamResource
    {
        public static ValueTask<Loaded?> BindAsync(HttpContext http) => new(Find((string)http.Request.RouteValues["id"]!));

        public static Loaded? Find(string id) => id switch
        {
            "public" => new(id, [new("class", "public")]),
            "secret" => new(id, [new("class", "secret")]),
            "held" => new(id, [new("class", "public"), new("hold", "yes")]),
            _ => null,
        };

        public IamResource ToIamResource() => new($"arn:app:docs::123456789012:document/{Id}") { Tags = Tags };
    }
}
