using System.Security.Claims;
using IamCore.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.Documentation.Tests.AspNetCore;

public sealed class EndpointSnippets
{
    private const string Policy = """
        { "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "docs:ReadDocument", "Resource": "arn:app:docs::123456789012:tenant/acme/document/*" },
            { "Effect": "Allow", "Action": "docs:PublishDocument", "Resource": "*",
              "Condition": { "StringEquals": { "aws:ResourceTag/Classification": "public" } } },
            { "Effect": "Allow", "Action": "docs:ExportDocument", "Resource": "*",
              "Condition": { "StringEquals": { "docs:Plan": "paid" } } } ] }
        """;

    [Fact]
    public async Task A_route_names_the_resource()
    {
        await using var application = await StartAsync();
        Assert.Equal(401, await application.GetStatusAsync("/tenants/acme/documents/1"));
        Assert.Equal(200, await application.GetStatusAsync("/tenants/acme/documents/1", "sub=alice"));
        Assert.Equal(403, await application.GetStatusAsync("/tenants/globex/documents/1", "sub=alice"));
        Assert.Equal(403, (int)(await application.SendAsync(HttpMethod.Delete, "/tenants/acme/documents/1", "sub=alice")).StatusCode);
        Assert.Equal(200, await application.GetStatusAsync("/about"));
    }

    [Fact]
    public async Task A_route_value_cannot_leave_its_place()
    {
        await using var application = await StartAsync();
        Assert.Equal(403, await application.GetStatusAsync("/tenants/globex%2F..%2Facme/documents/1", "sub=alice"));
        Assert.Equal(403, await application.GetStatusAsync("/tenants/*/documents/1", "sub=alice"));
    }

    [Fact]
    public async Task A_controller_is_protected_by_attributes()
    {
        await using var application = await StartAsync();
        Assert.Equal(200, await application.GetStatusAsync("/controller/tenants/acme/documents/1", "sub=alice"));
        Assert.Equal(403, await application.GetStatusAsync("/controller/tenants/globex/documents/1", "sub=alice"));
    }

    [Fact]
    public async Task A_loaded_resource_has_tags()
    {
        await using var application = await StartAsync();
        Assert.Equal(200, (int)(await application.SendAsync(HttpMethod.Post, "/documents/brochure/publish", "sub=alice")).StatusCode);
        Assert.Equal(403, (int)(await application.SendAsync(HttpMethod.Post, "/documents/recipe/publish", "sub=alice")).StatusCode);
        Assert.Equal(404, (int)(await application.SendAsync(HttpMethod.Post, "/documents/missing/publish", "sub=alice")).StatusCode);
    }

    [Fact]
    public async Task A_handler_can_ask_by_itself()
    {
        await using var application = await StartAsync();
        Assert.Equal("brochure", await (await application.SendAsync(HttpMethod.Get, "/publishable", "sub=alice")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_application_adds_to_the_context()
    {
        await using var application = await StartAsync();
        Assert.Equal(200, await application.GetStatusAsync("/tenants/acme/documents/1/export", "sub=alice"));
        Assert.Equal(403, await application.GetStatusAsync("/tenants/globex/documents/1/export", "sub=alice"));
    }

    [Fact]
    public async Task A_resource_policy_lets_anybody_in()
    {
        await using var application = await StartAsync();
        Assert.Equal(200, await application.GetStatusAsync("/public/brochure"));
        Assert.Equal(401, await application.GetStatusAsync("/public/recipe"));
    }

    [Fact]
    public async Task The_caller_administers_by_their_own_policies()
    {
        await using var application = await StartAsync();
        Assert.Equal(403, (int)(await application.SendAsync(HttpMethod.Post, "/users/bob", "sub=alice")).StatusCode);
    }

    [Fact]
    public async Task An_unprotected_endpoint_stops_the_start() =>
        await Assert.ThrowsAnyAsync<Exception>(() => DocumentApplication.StartAsync(Register, app => app.MapGet("/forgotten", () => "open")));

    private static async Task<DocumentApplication> StartAsync()
    {
        var application = await DocumentApplication.StartAsync(Register, Map);
        await application.Account.ExecuteAsync(new CreateUser("alice"));
        await application.Account.ExecuteAsync(new PutUserPolicy("alice", "documents", Policy));
        return application;
    }

    private static void Register(IServiceCollection services)
    {
        services.AddControllers().AddApplicationPart(typeof(EndpointSnippets).Assembly);
        #region services
        services.AddIamCore()
            .AddAspNetCore(options =>
            {
                options.Map(new IamUserMapping(user => $"arn:aws:iam::123456789012:user/{user.Name}"));
                options.RefuseUnprotectedEndpoints = true;
            })
            .AddContext<PlanContext>()
            .UseResourcePolicies<PublicDocuments>();
        #endregion
    }

    private static void Map(WebApplication app)
    {
        app.MapControllers();

        #region endpoints
        var document = app.MapGroup("/tenants/{tenant}/documents/{id}");

        document.MapGet("/", (string tenant, string id) => $"Document {id} of {tenant}")
            .RequireIam("docs:ReadDocument", "arn:app:docs::123456789012:tenant/{tenant}/document/{id}");

        document.MapDelete("/", (string tenant, string id) => Results.NoContent())
            .RequireIam("docs:DeleteDocument", "arn:app:docs::123456789012:tenant/{tenant}/document/{id}");

        app.MapGet("/about", () => "A document service").WithoutIam("public information");
        #endregion

        document.MapGet("/export", (string tenant, string id) => $"Document {id} of {tenant}")
            .RequireIam("docs:ExportDocument", "arn:app:docs::123456789012:tenant/{tenant}/document/{id}");

        #region loaded
        app.MapPost("/documents/{id}/publish", (string id) => Results.Ok())
            .RequireIam("docs:PublishDocument", call =>
                new(Document.Find(call.GetArgument<string>(0))?.ToIamResource())); // null is answered with 404
        #endregion

        #region asking
        app.MapGet("/publishable", async (ClaimsPrincipal user, IAuthorizationService authorization) =>
        {
            var names = new List<string>();
            foreach (var candidate in Document.All)
            {
                var access = await authorization.AuthorizeIamAsync(user, "docs:PublishDocument", candidate);
                if (access.Succeeded)
                {
                    names.Add(candidate.Id);
                }
            }

            return string.Join(", ", names);
        }).WithoutIam("lists only what the caller may publish");
        #endregion

        #region anonymous
        app.MapGet("/public/{id}", (string id) => $"The text of {id}")
            .RequireIam("docs:ReadDocument", "arn:app:docs::123456789012:public/{id}")
            .AllowIamAnonymous();
        #endregion

        #region administration
        app.MapPost("/users/{name}", async (string name, HttpContext http) =>
        {
            var iam = http.GetIamAdministration();
            if (iam is null)
            {
                return Results.Forbid(); // the caller has no credentials of the directory
            }

            await iam.ExecuteAsync(new CreateUser(name)); // needs iam:CreateUser
            return Results.Ok();
        }).WithoutIam("the command is authorized by the caller's policies");
        #endregion
    }
}

#region controller
[ApiController, Route("controller/tenants/{tenant}/documents/{id}")]
public sealed class DocumentsController : ControllerBase
{
    [HttpGet]
    [IamAuthorize("docs:ReadDocument", "arn:app:docs::123456789012:tenant/{tenant}/document/{id}")]
    public string Read(string tenant, string id) => $"Document {id} of {tenant}";
}
#endregion

#region resource
internal sealed record Document(string Id, string Classification) : IIamResource
{
    public static IReadOnlyList<Document> All { get; } = [new("brochure", "public"), new("recipe", "secret")];

    public static Document? Find(string id) => All.FirstOrDefault(document => document.Id == id);

    public IamResource ToIamResource() => new($"arn:app:docs::123456789012:document/{Id}")
    {
        Tags = [new Tag("Classification", Classification)],
    };
}
#endregion

#region context
internal sealed class PlanContext : IIamContextProvider
{
    // Names of keys are in lower case. Answer from what is at hand: this runs during the decision.
    public ContextValue Find(ContextKey key, ResourceName resource, HttpContext http) =>
        key.Name == "docs:plan"
            ? http.GetRouteValue("tenant") is "acme" ? "paid" : "free"
            : ContextValue.Absent;
}
#endregion

#region resource-policies
internal sealed class PublicDocuments : IResourcePolicySource
{
    private static readonly PolicySet Everybody = PolicySet.Compile(PolicyDocument.Parse(
        """
        { "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Principal": "*", "Action": "docs:ReadDocument", "Resource": "*" } }
        """, PolicyType.Resource));

    public ValueTask<PolicySet?> FindAsync(ResourceName resource, CancellationToken cancellationToken) =>
        new(resource.ToString() == "arn:app:docs::123456789012:public/brochure" ? Everybody : null);
}
#endregion
