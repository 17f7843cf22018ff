using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IamCore.Documentation.Tests.AspNetCore;

/// <summary>The application of the pages about ASP.NET Core. Requests say in a header which claims their user has.</summary>
internal sealed class DocumentApplication : IAsyncDisposable
{
    private readonly WebApplication _application;

    private DocumentApplication(WebApplication application) => _application = application;

    public IamAdministration Account => _application.Services.GetRequiredService<IamDirectory>().ForAccount(AccountId.Parse("123456789012"));

    public static async Task<DocumentApplication> StartAsync(Action<IServiceCollection> services, Action<WebApplication> endpoints)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication("Claims").AddScheme<AuthenticationSchemeOptions, ClaimsOfHeader>("Claims", null);
        services(builder.Services);
        var application = builder.Build();
        endpoints(application);
        var directory = application.Services.GetRequiredService<IamDirectory>();
        await directory.Instance.ExecuteAsync(new CreateAccount("Documents", "root@example.com") { AccountId = "123456789012" });
        await application.StartAsync();
        return new DocumentApplication(application);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params string[] claims)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (claims.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Claims", string.Join(';', claims));
        }

        return await _application.GetTestClient().SendAsync(request);
    }

    public async Task<int> GetStatusAsync(string path, params string[] claims) => (int)(await SendAsync(HttpMethod.Get, path, claims)).StatusCode;

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private sealed class ClaimsOfHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || header.Parameter is null)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var claims = header.Parameter.Split(';').Select(claim => claim.Split('=', 2)).Select(claim => new Claim(claim[0], claim[1]));
            var user = new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name, "sub", "role"));
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(user, Scheme.Name)));
        }
    }
}
