using System.Diagnostics.CodeAnalysis;
using System.Text;
using IamCore.Administration.Accounts;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.AspNetCore;
using IamCore.Callers;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Signing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IamCore.Benchmarks.Hosts;

/// <summary>
/// A small signed request, authenticated in three ways: its signature alone with the secret at hand; the caller of it by the library without a web framework,
/// which looks the key up, opens its secret and checks that user and account are still there; and the same as an authentication scheme of ASP.NET Core.
/// </summary>
[SuppressMessage("Reliability", "CA2000", Justification = "The services live as long as the process")]
internal sealed class SignedRequests
{
    private const string Account = "123456789012";
    private const string Scheme = "IamSignature";

    private readonly IServiceScopeFactory _scopes;
    private readonly IServiceProvider _services;
    private readonly AuthenticationScheme _scheme;
    private readonly CallerAuthenticator _authenticator;
    private readonly SignatureVerifier _verifier;
    private readonly SignableRequest _request;
    private readonly byte[] _secret;
    private readonly DefaultHttpContext _http;

    private SignedRequests(IServiceProvider services, NewAccessKey key)
    {
        _services = services;
        _scopes = services.GetRequiredService<IServiceScopeFactory>();
        _scheme = services.GetRequiredService<IAuthenticationSchemeProvider>().GetSchemeAsync(Scheme).GetAwaiter().GetResult()!;
        _authenticator = services.GetRequiredService<CallerAuthenticator>();
        _secret = Encoding.UTF8.GetBytes(key.SecretAccessKey);
        var endpoint = new SigningEndpoint("us-east-1", "docs");
        _verifier = new(endpoint, Noon.Instance);
        RequestHeader[] headers = [new("Host", "docs.example.com"), new("User-Agent", "bench/1.0"), new("Accept", "*/*")];
        var plain = new SignableRequest("GET", "/tenants/acme/documents/42?version=3", headers);
        headers = [.. headers, .. new RequestSigner(endpoint, Noon.Instance).Sign(in plain, key.AccessKeyId, key.SecretAccessKey)];
        _request = plain with { Headers = headers };
        _http = new DefaultHttpContext();
        _http.Features.Set<IHttpRequestBodyDetectionFeature>(new NoBody());
        _http.Request.Method = plain.Method;
        _http.Features.Get<IHttpRequestFeature>()!.RawTarget = plain.Target;
        foreach (var header in headers)
        {
            _http.Request.Headers[header.Name] = header.Value;
        }

        if (!VerifySignature() || Authenticate() != key.AccessKeyId || AuthenticateByHandler() != key.AccessKeyId || AuthenticateByScheme() != key.AccessKeyId || AuthenticateByEmptyScheme() is null)
        {
            throw new InvalidOperationException("The request must be authenticated");
        }
    }

    public static SignedRequests Create()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Noon.Instance);
        services.AddSingleton<IHostEnvironment>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Production" });
        services.AddIamCore().AddAspNetCore();
        services.AddAuthentication(Scheme).AddIamSignature(options => options.Service = "docs").AddScheme<AuthenticationSchemeOptions, EmptyScheme>("Empty", null);
        var provider = services.BuildServiceProvider();
        return new(provider, MakeUserAsync(provider.GetRequiredService<IamDirectory>()).GetAwaiter().GetResult());
    }

    /// <summary>Whether the signature is right: no key is looked up.</summary>
    public bool VerifySignature() => _verifier.TryRead(in _request, out var signature, out _) && _verifier.TryVerify(in _request, in signature, _secret, out _);

    /// <summary>The caller's key, found without a web framework.</summary>
    public string Authenticate() => ((KeyCaller)Done(_authenticator.AuthenticateAsync(_verifier, _request))).AccessKeyId;

    /// <summary>The caller's key, found by the scheme's handler, which is made for the request as the framework makes it.</summary>
    public string? AuthenticateByHandler()
    {
        var handler = (IAuthenticationHandler)_services.GetRequiredService(_scheme.HandlerType);
        handler.InitializeAsync(_scheme, _http).GetAwaiter().GetResult();
        return KeyOf(handler.AuthenticateAsync().GetAwaiter().GetResult());
    }

    /// <summary>The caller's key, found by the framework's service through the scheme in a request of its own.</summary>
    public string? AuthenticateByScheme() => KeyOf(Authenticate(Scheme));

    /// <summary>What the framework itself does for a scheme that has its answer ready.</summary>
    public string? AuthenticateByEmptyScheme() => Authenticate("Empty").Principal?.Identity?.AuthenticationType;

    /// <summary>Both, one after the other: what a scheme costs that verifies as the library does and has nothing of its own to do.</summary>
    public string? AuthenticateAndEmptyScheme() => Authenticate() is null ? null : AuthenticateByEmptyScheme();

    private AuthenticateResult Authenticate(string scheme)
    {
        using var scope = _scopes.CreateScope();
        _http.RequestServices = scope.ServiceProvider;
        return scope.ServiceProvider.GetRequiredService<IAuthenticationService>().AuthenticateAsync(_http, scheme).GetAwaiter().GetResult();
    }

    private static string? KeyOf(AuthenticateResult result) => (result.Principal?.Identity as IamClaimsIdentity)?.Caller?.ToString();

    private static T Done<T>(ValueTask<T> task) => task.IsCompletedSuccessfully ? task.Result : task.AsTask().GetAwaiter().GetResult();

    private static async Task<NewAccessKey> MakeUserAsync(IamDirectory directory)
    {
        await directory.Instance.ExecuteAsync(new CreateAccount("Documents", "root@example.com") { AccountId = Account });
        var account = directory.ForAccount(AccountId.Parse(Account));
        await account.ExecuteAsync(new CreateGroup("Members"));
        await account.ExecuteAsync(new PutGroupPolicy("Members", "Own", """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"docs:*","Resource":"arn:app:docs::123456789012:tenant/acme/*"}}
            """));
        await account.ExecuteAsync(new CreateUser("alice") { Tags = [new Tag("Tenant", "acme")] });
        await account.ExecuteAsync(new AddUserToGroup("Members", "alice"));
        return await account.ExecuteAsync(new CreateAccessKey("alice"));
    }

    /// <summary>Servers tell whether a request has a body.</summary>
    private sealed class NoBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => false;
    }
}
