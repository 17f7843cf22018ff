using System.Globalization;
using System.Net.Sockets;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using IamCore.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IamCore.AspNetCore.Tests.Hosting;

/// <summary>A host on a loopback port, with the directory given. The header <c>X-User</c> signs a user in.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    public const string Account = "123456789012";

    private readonly WebApplication _app;

    private TestHost(WebApplication app)
    {
        _app = app;
        Address = new(app.Urls.First());
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<TestHost> StartAsync(
        Action<WebApplication> map,
        DirectoryBuilder? directory = null,
        Action<IamAspNetCoreOptions>? options = null,
        Action<IServiceCollection>? services = null,
        string environment = "Development")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = true);
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging();
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("Test", null);
        builder.Services.AddIamCore().UseStore((directory ?? new DirectoryBuilder()).Build()).AddAspNetCore(o =>
        {
            o.Map(new IamUserMapping(identity => identity.FindFirst("sub") is { } sub ? $"arn:aws:iam::{Account}:user/{sub.Value}" : null)
            {
                TagClaims = { ["team"] = "Team" },
                MultiFactorTime = identity => identity.FindFirst("mfa") is { } time ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(time.Value, CultureInfo.InvariantCulture)) : null,
            });
            options?.Invoke(o);
        });
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        map(app);
        await app.StartAsync();
        return new(app);
    }

    /// <summary>Starts a host that must not start, and gives the message.</summary>
    public static async Task<string> RefusedAsync(Action<WebApplication> map, Action<IamAspNetCoreOptions>? options = null, string environment = "Development", Action<IServiceCollection>? services = null)
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var host = await StartAsync(map, options: options, environment: environment, services: services);
        });
        return refusal.Message;
    }

    /// <summary>The status and the body of a request by a user; anonymous without one.</summary>
    public async Task<(int Status, string Body)> SendAsync(string path, string? user = null, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (user is not null)
        {
            request.Headers.Add("X-User", user);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<int> StatusAsync(string path, string? user = null, HttpMethod? method = null, params (string Name, string Value)[] headers) =>
        (await SendAsync(path, user, method, headers)).Status;

    /// <summary>The status of a request whose target goes out byte for byte.</summary>
    public async Task<int> RawStatusAsync(byte[] target, string user)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync((byte[])[.. "GET "u8, .. target, .. Encoding.ASCII.GetBytes($" HTTP/1.1\r\nHost: x\r\nX-User: {user}\r\nConnection: close\r\n\r\n")]);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var line = await reader.ReadLineAsync();
        return line is null ? 0 : int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["X-User"].ToString() is not { Length: > 0 } user)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var claims = user.Split(';').Select((part, i) => i == 0 ? new Claim("sub", part) : new Claim(part.Split('=')[0], part.Split('=')[1]));
            return Task.FromResult(AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, "Test")), Scheme.Name)));
        }
    }
}
