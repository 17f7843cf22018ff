using IamCore.Administration.Credentials;
using IamCore.AspNetCore.Tests.Hosting;
using IamCore.Policies;
using IamCore.Signing;
using IamCore.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.AspNetCore.Tests.Signatures;

/// <summary>A host that authenticates signatures, alice's key for it, and a client that signs.</summary>
internal sealed class SignedHost : IAsyncDisposable
{
    private const string TrustAlice = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}]}""";

    private readonly SigningEndpoint _endpoint = new("us-east-1", "docs");

    private SignedHost(TestHost host, NewAccessKey key)
    {
        Host = host;
        Key = key;
    }

    public TestHost Host { get; }

    public NewAccessKey Key { get; }

    public IamDirectory Directory => Host.Services.GetRequiredService<IamDirectory>();

    public static async Task<SignedHost> StartAsync(Action<IamSignatureOptions>? options = null, Action<WebApplication>? map = null)
    {
        var host = await TestHost.StartAsync(
            app =>
            {
                app.MapGet("/tenants/{tenant}/documents/{id}", (string tenant, string id) => $"{tenant}/{id}").RequireIam("docs:ReadDocument", Documents.Template);
                app.MapPost("/tenants/{tenant}/documents/{id}", async (HttpRequest request) =>
                {
                    using var reader = new StreamReader(request.Body);
                    return await reader.ReadToEndAsync();
                }).RequireIam("docs:ReadDocument", Documents.Template);
                app.MapGet("/public/{id}", (string id) => id).RequireIam("docs:ReadDocument", "arn:app:docs::123456789012:public/{id}").AllowIamAnonymous();
                app.MapGet("/users", () => "").RequireIam("iam:ListUsers", "*");
                map?.Invoke(app);
            },
            new DirectoryBuilder().Account(a => a
                .User("alice", u => u
                    .Inline("Read", TestPolicies.Allow("docs:ReadDocument", "arn:app:docs::123456789012:tenant/acme/document/*"))
                    .Inline("Iam", TestPolicies.Allow("iam:*"))
                    .Inline("Sts", TestPolicies.Allow("sts:*")))
                .Role("Reader", TrustAlice, r => r.Inline("Read", TestPolicies.Allow("docs:ReadDocument", "arn:app:docs::123456789012:tenant/globex/document/*")))),
            services: s =>
            {
                s.AddAuthentication("IamSignature").AddIamSignature(o =>
                {
                    o.Service = "docs";
                    options?.Invoke(o);
                });
                s.AddSingleton<IResourcePolicySource, EverybodyReadsPublic>();
            });
        var directory = host.Services.GetRequiredService<IamDirectory>();
        return new(host, await directory.ForAccount(AccountId.Parse(TestHost.Account)).ExecuteAsync(new CreateAccessKey("alice")));
    }

    public Task<(int Status, string Body)> GetAsync(string target) => SendAsync(HttpMethod.Get, target, null, Key.AccessKeyId, Key.SecretAccessKey);

    /// <summary>Signs and sends; <paramref name="sent"/> is the body sent where it is another than the one signed.</summary>
    public async Task<(int Status, string Body)> SendAsync(
        HttpMethod method, string target, byte[]? body, string keyId, string secret, string? token = null, byte[]? sent = null, bool chunked = false, string? presignedFor = null)
    {
        var host = Host.Address.Authority;
        var signer = new RequestSigner(_endpoint);
        var signable = new SignableRequest(method.Method, target, new RequestHeader[] { new("host", host) }, body);
        using var request = new HttpRequestMessage(method, "");
        if (presignedFor is not null)
        {
            target = signer.Presign(in signable, keyId, secret, TimeSpan.FromMinutes(1), token);
        }
        else
        {
            foreach (var header in signer.Sign(in signable, keyId, secret, token))
            {
                request.Headers.TryAddWithoutValidation(header.Name, header.Value);
            }
        }

        request.RequestUri = new Uri(Host.Address, target);
        if ((sent ?? body) is { } bytes)
        {
            request.Content = new ByteArrayContent(bytes);
            request.Headers.TransferEncodingChunked = chunked;
        }

        using var response = await Host.Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private sealed class EverybodyReadsPublic : IResourcePolicySource
    {
        private static readonly PolicySet Policy = PolicySet.Compile(PolicyDocument.Parse(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"docs:ReadDocument","Resource":"*"}]}""", PolicyType.Resource));

        public ValueTask<PolicySet?> FindAsync(ResourceName resource, CancellationToken cancellationToken) =>
            new(resource.ToString().Contains(":public/", StringComparison.Ordinal) ? Policy : null);
    }
}
