using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using IamCore.Administration.Accounts;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.AspNetCore;
using IamCore.Policies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IamCore.Benchmarks.Hosts;

/// <summary>
/// The framework's authorization service asked about one request: with a requirement that a handler meets without looking, with a role and a claim as the framework's own
/// requirements, and with an IAM requirement whose resource has two route values.
/// </summary>
[SuppressMessage("Reliability", "CA2000", Justification = "The services live as long as the process")]
internal sealed class Requirements
{
    private const string Account = "123456789012";

    private readonly IAuthorizationRequirement[] _met = [new Met()];
    private readonly IAuthorizationRequirement[] _roleAndClaim = [.. new AuthorizationPolicyBuilder().RequireRole("Reader").RequireClaim("tenant", "acme").Build().Requirements];
    private readonly IAuthorizationRequirement[] _iam = [new IamRequirement("docs:ReadDocument", $"arn:app:docs::{Account}:tenant/{{tenant}}/document/{{id}}")];
    private readonly IAuthorizationService _framework;
    private readonly IAuthorizationService _ours;
    private readonly ClaimsPrincipal _reader = new(new ClaimsIdentity([new(ClaimTypes.Role, "Reader"), new("tenant", "acme")], "Test"));
    private readonly ClaimsPrincipal _alice = new IamClaimsIdentity(new PrincipalSession(Principal.Parse($"arn:aws:iam::{Account}:user/alice")) { Keys = [] }, "Test").ToPrincipal();
    private readonly DefaultHttpContext _http;

    public Requirements()
    {
        _framework = Services(services => services.AddAuthorization().AddSingleton<IAuthorizationHandler, Meets>()).GetRequiredService<IAuthorizationService>();
        var ours = Services(services => services.AddIamCore().AddAspNetCore());
        MakeUserAsync(ours.GetRequiredService<IamDirectory>()).GetAwaiter().GetResult();
        _ours = ours.GetRequiredService<IAuthorizationService>();
        _http = new DefaultHttpContext { RequestServices = ours };
        _http.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/tenants/{tenant}/documents/{id}"), 0, EndpointMetadataCollection.Empty, "documents"));
        _http.Request.RouteValues = new() { ["tenant"] = "acme", ["id"] = "1" };
        if (!IsMet() || !HasRoleAndClaim() || !IsAllowed())
        {
            throw new InvalidOperationException("Every requirement must be met");
        }
    }

    /// <summary>A requirement that is met without looking.</summary>
    public bool IsMet() => Ask(_framework, _reader, _met);

    /// <summary>A role and a claim.</summary>
    public bool HasRoleAndClaim() => Ask(_framework, _reader, _roleAndClaim);

    /// <summary>An action on the resource that the route names.</summary>
    public bool IsAllowed() => Ask(_ours, _alice, _iam);

    private bool Ask(IAuthorizationService service, ClaimsPrincipal user, IAuthorizationRequirement[] requirements) =>
        service.AuthorizeAsync(user, _http, requirements).GetAwaiter().GetResult().Succeeded;

    private static ServiceProvider Services(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IHostEnvironment>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Production" });
        add(services);
        return services.BuildServiceProvider();
    }

    private static async Task MakeUserAsync(IamDirectory directory)
    {
        await directory.Instance.ExecuteAsync(new CreateAccount("Documents", "root@example.com") { AccountId = Account });
        var account = directory.ForAccount(AccountId.Parse(Account));
        await account.ExecuteAsync(new CreateUser("alice"));
        await account.ExecuteAsync(new PutUserPolicy("alice", "Read", """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"docs:ReadDocument","Resource":"arn:app:docs::123456789012:tenant/acme/document/*"},
              {"Effect":"Deny","Action":"*","Resource":"arn:app:docs::123456789012:tenant/acme/document/13"}]}
            """));
    }

    private sealed class Met : IAuthorizationRequirement;

    private sealed class Meets : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context)
        {
            foreach (var requirement in (IAuthorizationRequirement[])context.Requirements)
            {
                if (requirement is Met)
                {
                    context.Succeed(requirement);
                }
            }

            return Task.CompletedTask;
        }
    }
}
