using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IamCore.Federation;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.Documentation.Tests.Federation;

public sealed class FederationSnippets : IDisposable
{
    private const string Issuer = "https://tokens.ci.example";
    private readonly RSA _key = RSA.Create(2048);

    [Fact]
    public async Task A_token_becomes_a_session_of_a_role()
    {
        using var engine = new IamEngine(new InMemoryDirectoryStore());
        var (directory, authorizer) = (engine.Directory, engine.Authorizer);
        await directory.Instance.ExecuteAsync(new CreateAccount("Documents", "root@example.com") { AccountId = "123456789012" });
        var account = directory.ForAccount(AccountId.Parse("123456789012"));

        #region trust
        var provider = await account.ExecuteAsync(
            new CreateOpenIDConnectProvider("https://tokens.ci.example") { ClientIDList = ["documents"] });
        await account.ExecuteAsync(new CreateRole("Publisher",
            $$"""
            { "Version": "2012-10-17",
              "Statement": {
                "Effect": "Allow",
                "Principal": { "Federated": "{{provider.Arn}}" },
                "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
                "Condition": { "StringLike": { "tokens.ci.example:sub": "repo:handbook:*" } } } }
            """));
        await account.ExecuteAsync(new PutRolePolicy("Publisher", "own-department",
            """
            { "Version": "2012-10-17",
              "Statement": { "Effect": "Allow", "Action": "docs:WriteDocument",
                "Resource": "arn:app:docs::123456789012:${aws:PrincipalTag/department}/*" } }
            """));
        #endregion

        var options = new FederationOptions { KeySource = OidcKeySource.From((_, _) => new(KeySet)) };
        var token = Token("repo:handbook:main");

        #region assume
        var federation = new FederationService(directory, options);
        var build = await federation.AssumeRoleWithWebIdentityAsync(
            new AssumeRoleWithWebIdentity("arn:aws:iam::123456789012:role/Publisher", "build-42", token));

        var callers = new CallerAuthorizer(directory, authorizer);
        var access = await callers.AuthorizeAsync(
            build.Session,
            ActionName.Parse("docs:WriteDocument"),
            ResourceName.Parse("arn:app:docs::123456789012:handbook/1"));
        #endregion

        Assert.True(access.IsAllowed);
        var refused = await Assert.ThrowsAsync<IamException>(async () => await federation.AssumeRoleWithWebIdentityAsync(
            new AssumeRoleWithWebIdentity("arn:aws:iam::123456789012:role/Publisher", "build-42", Token("repo:games:main"))));
        Assert.Equal(IamErrorCode.AccessDenied, refused.ErrorCode);
    }

    [Fact]
    public void It_is_registered()
    {
        var services = new ServiceCollection();
        var httpClient = new HttpClient();
        #region register
        services.AddIamCore().AddFederation(options => options with { KeySource = new DiscoveryKeySource(httpClient) });
        #endregion
        using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<FederationService>());
    }

    public void Dispose() => _key.Dispose();

    private string KeySet
    {
        get
        {
            var key = _key.ExportParameters(includePrivateParameters: false);
            return $$"""{"keys":[{"kty":"RSA","kid":"1","n":"{{Base64Url.EncodeToString(key.Modulus)}}","e":"{{Base64Url.EncodeToString(key.Exponent)}}"}]}""";
        }
    }

    private string Token(string subject)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var header = JsonSerializer.Serialize(new { alg = "RS256", kid = "1" });
        var claims = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["iss"] = Issuer,
            ["aud"] = "documents",
            ["sub"] = subject,
            ["iat"] = now,
            ["exp"] = now + 300,
            ["https://aws.amazon.com/tags"] = new { principal_tags = new { department = (string[])["handbook"] } },
        });
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }
}
