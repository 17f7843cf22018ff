using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IamCore.Administration.Providers;
using IamCore.Administration.Roles;
using IamCore.Federation;
using IamCore.Policies;

namespace FederationSample;

/// <summary>A build server's token from its own provider becomes a session of a role, with the tags that the token gives it. The provider changes its key meanwhile.</summary>
internal static class ExternalToken
{
    private const string Issuer = "https://tokens.ci.example";

    public static async Task RunAsync(Company company)
    {
        Console.WriteLine("A token of an OpenID Connect provider");
        var provider = await company.Iam.ExecuteAsync(new CreateOpenIDConnectProvider(Issuer) { ClientIDList = ["documents"] });
        var role = (await company.Iam.ExecuteAsync(new CreateRole("Publisher", $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"{{provider.Arn}}"},"Action":["sts:AssumeRoleWithWebIdentity","sts:TagSession"],
             "Condition":{"StringLike":{"tokens.ci.example:sub":"repo:handbook:*"} } }]}
            """))).Value;
        await company.AllowOwnDepartmentAsync("Publisher");

        using var provider1 = new Provider("2026-01");
        using var provider2 = new Provider("2026-02");
        var published = provider1.KeySet;

        // A host that fetches keys over the network passes new DiscoveryKeySource(httpClient).
        var options = new FederationOptions { KeySource = OidcKeySource.From((_, _) => new(published)), KeyRetryInterval = TimeSpan.FromSeconds(1) };
        var (directory, callers, roleArn, token) = (company.Directory, company.Callers, role.Arn, provider1.Token("repo:handbook:main"));

        // README begins
        var federation = new FederationService(directory, options);
        var build = await federation.AssumeRoleWithWebIdentityAsync(new(roleArn, "build-42", token));
        var answer = await callers.AuthorizeAsync(build.Session, ActionName.Parse("docs:Read"), ResourceName.Parse("arn:aws:docs:::handbook/1"));
        // README ends
        Console.WriteLine($"  {build.SubjectFromWebIdentityToken} is now {build.Role.Arn}: {answer.Decision.Decision}");
        var request = new AssumeRoleWithWebIdentity(roleArn, "build-42", token);
        await company.AskAsync(build.Session, "docs:Read", "arn:aws:docs:::handbook/1");
        await company.AskAsync(build.Session, "docs:Read", "arn:aws:docs:::payroll/1");

        await Company.TryAsync("a token of another repository", async () =>
            await federation.AssumeRoleWithWebIdentityAsync(request with { WebIdentityToken = provider1.Token("repo:games:main") }));
        await Company.TryAsync("a token for another audience", async () =>
            await federation.AssumeRoleWithWebIdentityAsync(request with { WebIdentityToken = provider1.Token("repo:handbook:main", "payroll") }));
        var (head, tail) = (request.WebIdentityToken[..^20], request.WebIdentityToken[^20..]);
        await Company.TryAsync("an altered token", async () =>
            await federation.AssumeRoleWithWebIdentityAsync(request with { WebIdentityToken = head + new string([.. tail.Reverse()]) }));

        published = provider2.KeySet; // the provider rotates its keys
        await Task.Delay(TimeSpan.FromSeconds(1.1)); // it is asked again after KeyRetryInterval at the soonest
        await Company.TryAsync("a token by the provider's next key", async () =>
            await federation.AssumeRoleWithWebIdentityAsync(request with { WebIdentityToken = provider2.Token("repo:handbook:main") }));
    }

    /// <summary>What stands for the provider here: a key, and tokens signed by it.</summary>
    private sealed class Provider(string keyId) : IDisposable
    {
        private readonly RSA _key = RSA.Create(2048);

        public string KeySet
        {
            get
            {
                var key = _key.ExportParameters(includePrivateParameters: false);
                return $$"""{"keys":[{"kty":"RSA","kid":"{{keyId}}","n":"{{Base64Url.EncodeToString(key.Modulus)}}","e":"{{Base64Url.EncodeToString(key.Exponent)}}"}]}""";
            }
        }

        public string Token(string subject, string audience = "documents")
        {
            var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
            var header = JsonSerializer.Serialize(new { alg = "RS256", kid = keyId });
            var claims = JsonSerializer.Serialize(new Dictionary<string, object>
            {
                ["iss"] = Issuer,
                ["aud"] = audience,
                ["sub"] = subject,
                ["iat"] = now,
                ["exp"] = now + 300,
                ["https://aws.amazon.com/tags"] = new { principal_tags = new { department = (string[])["handbook"] } },
            });
            var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
            return $"{signed}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
        }

        public void Dispose() => _key.Dispose();
    }
}
