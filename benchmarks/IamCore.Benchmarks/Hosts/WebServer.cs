using System.Security.Claims;
using System.Text.Encodings.Web;
using IamCore.Administration.Accounts;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.AspNetCore;
using IamCore.Model;
using IamCore.Policies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IamCore.Benchmarks.Hosts;

/// <summary>
/// One endpoint behind one authentication scheme, in a process of its own: <c>--serve iam</c> demands an action on the resource that the route names,
/// <c>--serve framework</c> a role and a claim, in a host that knows nothing of IamCore. The first has the second's endpoint too, under <c>/framework</c>. The user is the same.
/// </summary>
internal static class WebServer
{
    private const string Account = "123456789012";
    private const string Route = "/tenants/{tenant}/documents/{id}";

    public static void Run(string kind, string url)
    {
        using var app = Build(kind, host => host.UseUrls(url));
        app.Run();
    }

    /// <summary>The same application with a server that has no network.</summary>
    public static InProcessServer InProcess(string kind)
    {
        var server = new InProcessServer("/tenants/acme/documents/1");
        Build(kind, host => host.ConfigureServices(services => services.AddSingleton<IServer>(server))).StartAsync().GetAwaiter().GetResult();
        server.Ask();
        return server;
    }

    private static WebApplication Build(string kind, Action<IWebHostBuilder> host)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        host(builder.WebHost);
        builder.Services.AddAuthentication("Fixed").AddScheme<AuthenticationSchemeOptions, FixedUser>("Fixed", null);
        var isIam = kind == "iam";
        if (isIam)
        {
            builder.Services.AddIamCore().AddAspNetCore(options => options.Map(new IamUserMapping(identity => $"arn:aws:iam::{Account}:user/{identity.FindFirst("sub")?.Value}")));
        }
        else
        {
            builder.Services.AddAuthorization();
        }

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        Map(app, isIam ? "/framework" : "").RequireAuthorization(new AuthorizationPolicyBuilder().RequireRole("Reader").RequireClaim("tenant", "acme").Build());
        if (isIam)
        {
            Map(app, "").RequireIam("docs:ReadDocument", $"arn:app:docs::{Account}:tenant/{{tenant}}/document/{{id}}");
            MakeUserAsync(app.Services.GetRequiredService<IamDirectory>()).GetAwaiter().GetResult();
        }

        return app;
    }

    private static RouteHandlerBuilder Map(WebApplication app, string prefix) => app.MapGet(prefix + Route, (string tenant, string id) => Results.Text("The text of the document"));

    private static async Task MakeUserAsync(IamDirectory directory)
    {
        await directory.Instance.ExecuteAsync(new CreateAccount("Documents", "root@example.com") { AccountId = Account });
        var account = directory.ForAccount(AccountId.Parse(Account));
        await account.ExecuteAsync(new CreateGroup("Members"));
        await account.ExecuteAsync(new PutGroupPolicy("Members", "Own", """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"docs:ReadDocument","Resource":"arn:app:docs::123456789012:tenant/${aws:PrincipalTag/Tenant}/document/*"},
              {"Effect":"Deny","Action":"docs:*","Resource":"arn:app:docs::123456789012:tenant/acme/document/13"}]}
            """));
        await account.ExecuteAsync(new CreateUser("alice") { Tags = [new Tag("Tenant", "acme")] });
        await account.ExecuteAsync(new AddUserToGroup("Members", "alice"));
    }

    /// <summary>Alice, of whom every request is.</summary>
    private sealed class FixedUser(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var identity = new ClaimsIdentity([new("sub", "alice"), new(ClaimTypes.Role, "Reader"), new("tenant", "acme")], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
