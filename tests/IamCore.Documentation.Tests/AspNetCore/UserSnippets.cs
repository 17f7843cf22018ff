using System.Globalization;
using IamCore.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.Documentation.Tests.AspNetCore;

public sealed class UserSnippets
{
    private const string OwnTenant = """
        { "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "docs:ReadDocument",
            "Resource": "arn:app:docs::123456789012:tenant/${aws:PrincipalTag/Tenant}/document/*" } }
        """;

    [Fact]
    public async Task An_identity_is_a_user_of_the_directory()
    {
        await using var application = await DocumentApplication.StartAsync(services =>
        {
            #region user
            services.AddIamCore().AddAspNetCore(options => options.Map(
                new IamUserMapping(user => $"arn:aws:iam::123456789012:user/{user.FindFirst("sub")?.Value}")
                {
                    TagClaims = { ["tenant"] = "Tenant" },
                    MultiFactorTime = user => user.FindFirst("mfa_time") is { } time
                        ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(time.Value, CultureInfo.InvariantCulture))
                        : null,
                }));
            #endregion
        }, Map);
        await application.Account.ExecuteAsync(new CreateUser("alice"));
        await application.Account.ExecuteAsync(new PutUserPolicy("alice", "own-tenant", OwnTenant));

        Assert.Equal(200, await application.GetStatusAsync("/tenants/acme/documents/1", "sub=alice", "tenant=acme"));
        Assert.Equal(403, await application.GetStatusAsync("/tenants/globex/documents/1", "sub=alice", "tenant=acme"));
        Assert.Equal(403, await application.GetStatusAsync("/tenants/acme/documents/1", "sub=bob", "tenant=acme"));
    }

    [Fact]
    public async Task An_identity_is_a_session_of_a_role()
    {
        await using var application = await DocumentApplication.StartAsync(services =>
        {
            #region role
            services.AddIamCore().AddAspNetCore(options => options.Map(
                new IamRoleMapping("https://login.example.com",
                    user => user.HasClaim("role", "editor") ? "arn:aws:iam::123456789012:role/Editor" : null)
                {
                    TagClaims = { ["tenant"] = "Tenant" },
                }));
            #endregion
        }, Map);
        var account = application.Account;

        #region trust
        var provider = await account.ExecuteAsync(
            new CreateOpenIDConnectProvider("https://login.example.com") { ClientIDList = ["documents"] });
        await account.ExecuteAsync(new CreateRole("Editor",
            $$"""
            { "Version": "2012-10-17",
              "Statement": {
                "Effect": "Allow",
                "Principal": { "Federated": "{{provider.Arn}}" },
                "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"] } }
            """));
        await account.ExecuteAsync(new PutRolePolicy("Editor", "own-tenant",
            """
            { "Version": "2012-10-17",
              "Statement": { "Effect": "Allow", "Action": "docs:ReadDocument",
                "Resource": "arn:app:docs::123456789012:tenant/${aws:PrincipalTag/Tenant}/document/*" } }
            """));
        #endregion

        string[] maria = ["iss=https://login.example.com", "aud=documents", "sub=maria-4711", "tenant=acme", "role=editor"];
        Assert.Equal(200, await application.GetStatusAsync("/tenants/acme/documents/1", maria));
        Assert.Equal(403, await application.GetStatusAsync("/tenants/globex/documents/1", maria));
        Assert.Equal(403, await application.GetStatusAsync("/tenants/acme/documents/1", [.. maria[..^1], "role=guest"]));
        Assert.Equal(403, await application.GetStatusAsync("/tenants/acme/documents/1", ["iss=https://login.example.com", "aud=payroll", .. maria[2..]]));
    }

    private static void Map(WebApplication app) =>
        app.MapGet("/tenants/{tenant}/documents/{id}", (string tenant, string id) => $"Document {id} of {tenant}")
            .RequireIam("docs:ReadDocument", "arn:app:docs::123456789012:tenant/{tenant}/document/{id}");
}
