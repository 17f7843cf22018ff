using IamCore.AspNetCore.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.AspNetCore.Tests.Authorization;

/// <summary>What is wrong with a requirement ends the start, not the first request.</summary>
public sealed class StartTests
{
    private const string Arn = "arn:app:docs:::document/{id}";

    [Fact]
    public async Task A_value_that_the_route_does_not_have() =>
        Assert.Contains("has no value {id}", await TestHost.RefusedAsync(app => app.MapGet("/{name}", (string name) => name).RequireIam("docs:Read", Arn)), StringComparison.Ordinal);

    [Fact]
    public async Task A_value_that_may_be_missing() =>
        Assert.Contains("optional", await TestHost.RefusedAsync(app => app.MapGet("/x/{id?}", (string? id) => id).RequireIam("docs:Read", Arn)), StringComparison.Ordinal);

    [Fact]
    public async Task A_path_where_the_route_has_a_segment() =>
        Assert.Contains("write {id}", await TestHost.RefusedAsync(app => app.MapGet("/{id}", (string id) => id).RequireIam("docs:Read", "arn:app:docs:::document/{*id}")), StringComparison.Ordinal);

    [Fact]
    public async Task A_value_that_has_several_spellings() =>
        Assert.Contains("several texts may be one value", await TestHost.RefusedAsync(app => app.MapGet("/{id}", (decimal id) => id).RequireIam("docs:Read", Arn)), StringComparison.Ordinal);

    [Fact]
    public async Task A_constraint_that_has_several_spellings() =>
        Assert.Contains("several texts may be one value", await TestHost.RefusedAsync(app => app.MapGet("/{id:double}", () => "").RequireIam("docs:Read", Arn)), StringComparison.Ordinal);

    [Fact]
    public async Task A_template_of_an_attribute_that_is_none() =>
        Assert.Contains("not an ARN", await TestHost.RefusedAsync(app => app.MapGet("/{id}", [IamAuthorize("docs:Read", "document/{id}")] (string id) => id)), StringComparison.Ordinal);

    [Fact]
    public async Task An_action_of_an_attribute_that_is_none() =>
        Assert.Contains("docs", await TestHost.RefusedAsync(app => app.MapGet("/{id}", [IamAuthorize("docs", Arn)] (string id) => id)), StringComparison.Ordinal);

    [Fact]
    public void A_template_of_a_convention_that_is_none_is_told_where_it_stands()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        Assert.Throws<FormatException>(() => app.MapGet("/{id}", (string id) => id).RequireIam("docs:Read", "document/{id}"));
    }

    [Fact]
    public async Task A_named_policy_whose_template_does_not_fit()
    {
        var message = await TestHost.RefusedAsync(
            app => app.MapGet("/{name}", (string name) => name).RequireAuthorization("Read"),
            services: s => s.AddAuthorizationBuilder().AddPolicy("Read", policy => policy.AddRequirements(new IamRequirement("docs:Read", Arn))));
        Assert.Contains("has no value {id}", message, StringComparison.Ordinal);
    }

    /// <summary>Of a parameter that says nothing, MVC takes a field of a posted form before the value of the route.</summary>
    [Fact]
    public async Task A_parameter_of_an_action_that_may_come_from_elsewhere()
    {
        var message = await TestHost.RefusedAsync(
            app => app.MapControllerRoute("forms", "forms/{id}", new { controller = "Form", action = "Post" }).RequireIam("docs:Read", Arn),
            services: s => s.AddControllers().AddApplicationPart(typeof(StartTests).Assembly));
        Assert.Contains("[FromRoute]", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anonymous_callers_without_any_requirement() =>
        Assert.Contains("let everybody in", await TestHost.RefusedAsync(app => app.MapGet("/{id}", (string id) => id).AllowIamAnonymous()), StringComparison.Ordinal);

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var message = await TestHost.RefusedAsync(app =>
        {
            app.MapGet("/one/{name}", (string name) => name).RequireIam("docs:Read", Arn);
            app.MapGet("/two/{id?}", (string? id) => id).RequireIam("docs:Read", Arn);
        });
        Assert.Contains("/one/{name}", message, StringComparison.Ordinal);
        Assert.Contains("/two/{id?}", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unprotected_endpoints_are_listed_and_refused_where_the_host_wants_it()
    {
        static void Map(WebApplication app)
        {
            app.MapGet("/{id}", (string id) => id).RequireIam("docs:Read", Arn);
            app.MapGet("/health", () => "up").AllowAnonymous();
            app.MapGet("/about", () => "us").WithoutIam("the same for everybody");
            app.MapGet("/forgotten", () => "oh");
        }

        await using (var host = await TestHost.StartAsync(Map))
        {
            var list = await host.Services.GetRequiredService<IamEndpointSource>().ListAsync();
            Assert.Equal(
                ["GET /{id}: docs:Read on arn:app:docs:::document/{id}", "GET /health: open", "GET /about: open", "GET /forgotten: demands nothing of IAM"],
                list.Select(e => e.ToString()));
            Assert.Equal("/forgotten", Assert.Single(list, e => !e.IsProtected && !e.IsOpen).Route);
        }

        var message = await TestHost.RefusedAsync(Map, o => o.RefuseUnprotectedEndpoints = true);
        Assert.Contains("/forgotten", message, StringComparison.Ordinal);
        Assert.DoesNotContain("/about", message, StringComparison.Ordinal);
        Assert.DoesNotContain("/health", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_forgot_the_authorization_middleware_serves_nothing()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddLogging();
        builder.Services.AddIamCore().AddAspNetCore();
        builder.Services.AddAuthentication();
        await using var app = builder.Build();
        RequestDelegate? pipeline = null;
        var branch = ((IApplicationBuilder)app).New();
        branch.UseRouting();
        branch.UseEndpoints(endpoints => endpoints.MapGet("/{id}", [IamAuthorize("docs:Read", Arn)] (string id) => id));
        pipeline = branch.Build();
        var context = new DefaultHttpContext { RequestServices = app.Services, Request = { Method = "GET", Path = "/1" } };
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline(context));
        Assert.Contains("UseAuthorization", refusal.Message, StringComparison.Ordinal);
    }
}

/// <summary>An action that reads its parameter from wherever MVC finds it.</summary>
public sealed class FormController : Controller
{
    [HttpPost]
    public string Post(string id) => id;
}
