using System.Net;
using System.Text;
using IamCore.Sessions;
using IamCore.Sessions.Workloads;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.Federation.Tests.WebIdentity;

/// <summary>Where keys come from, where tokens come from, and registration with a host.</summary>
public sealed class SourceTests
{
    [Fact]
    public async Task Discovery_leads_to_the_keys()
    {
        using var f = await WebFixture.NewAsync(new() { KeySource = new DiscoveryKeySource(Client(Configuration(World.Issuer, "https://keys.example.com/keys"))) });
        Assert.NotNull(await f.AssumeAsync(f.Token()));
    }

    [Theory]
    [InlineData("https://other.example.com", "https://keys.example.com/keys")]
    [InlineData(World.Issuer, "http://keys.example.com/keys")]
    [InlineData(World.Issuer, "file:///etc/passwd")]
    [InlineData(World.Issuer, "https://keys.example.com/missing")]
    [InlineData(World.Issuer, "https://keys.example.com/long")]
    public async Task Discovery_that_leads_astray_leads_nowhere(string issuer, string keys)
    {
        using var f = await WebFixture.NewAsync(new() { KeySource = new DiscoveryKeySource(Client(Configuration(issuer, keys))) });
        await f.RefusedAsync(IamErrorCode.IDPCommunicationError, f.Token());
    }

    [Fact]
    public async Task ST_114_a_token_in_a_file_becomes_credentials()
    {
        using var f = await WebFixture.NewAsync();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, f.Token() + "\n");
            var chain = new CredentialProviderChain(new()
            {
                ExchangeWebIdentityAsync = f.Service.ExchangeAsync,
                ReadEnvironment = name => name switch
                {
                    "AWS_WEB_IDENTITY_TOKEN_FILE" => file,
                    "AWS_ROLE_ARN" => f.Role.Arn,
                    _ => null,
                },
            });
            var found = await chain.FindAsync();
            var caller = await new CallerAuthenticator(f.World.Directory).AuthenticateAccessKeyAsync(found.AccessKeyId, found.SecretAccessKey, found.SessionToken);
            Assert.True(await f.World.MayAsync(caller, "docs:Read"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Registration_uses_what_the_host_registered()
    {
        var idp = new TestIssuer().Publish("k1", TestIssuer.Rsa());
        var services = new ServiceCollection();
        services.AddSingleton<IOidcKeySource>(idp);
        services.AddIamCore().AddFederation(o => o with { KeyRetryInterval = TimeSpan.FromSeconds(2) }).AddFederation(o => o with { SamlEntityId = "urn:here" });
        await using var provider = services.BuildServiceProvider();
        var service = provider.GetRequiredService<FederationService>();
        Assert.Same(service, provider.GetRequiredService<FederationService>());
        Assert.Equal((idp, TimeSpan.FromSeconds(2), "urn:here"), (service.Options.KeySource, service.Options.KeyRetryInterval, service.Options.SamlEntityId));
    }

    [Fact]
    public void Wrong_options_are_all_named()
    {
        using var world = new World();
        var wrong = Assert.Throws<InvalidOperationException>(() => new FederationService(
            world.Directory, new() { KeyLifetime = TimeSpan.Zero, ProviderTimeout = TimeSpan.FromHours(1), SamlEntityId = "", Providers = [new("a.example"), new("a.example")] }));
        foreach (var name in new[] { "KeyLifetime", "ProviderTimeout", "SamlEntityId", "Providers" })
        {
            Assert.Contains(name, wrong.Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => new OidcProviderSettings("https://a.example"));
    }

    private static string Configuration(string issuer, string keys) => $$"""{"issuer":"{{issuer}}","jwks_uri":"{{keys}}"}""";

    private static HttpClient Client(string configuration) => new(new Site(configuration));

    private sealed class Site(string configuration) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.RequestUri!.ToString() switch
            {
                World.Issuer + "/.well-known/openid-configuration" => configuration,
                "https://keys.example.com/keys" => new TestIssuer().Publish("k1", TestIssuer.Rsa()).KeySet,
                "https://keys.example.com/long" => new TestIssuer().Publish("k1", TestIssuer.Rsa()).KeySet + new string(' ', 300_000),
                _ => null,
            };
            return Task.FromResult(new HttpResponseMessage(body is null ? HttpStatusCode.NotFound : HttpStatusCode.OK) { Content = new StringContent(body ?? "", Encoding.UTF8) });
        }
    }
}
