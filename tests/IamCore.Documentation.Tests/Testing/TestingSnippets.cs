using System.Net;
using IamCore.AspNetCore.Testing;
using IamCore.Testing;
using Microsoft.AspNetCore.Mvc.Testing;

namespace IamCore.Documentation.Tests.Testing;

public sealed class TestingSnippets
{
    #region endpoints
    [Fact]
    public async Task Reading_a_document_needs_its_permission()
    {
        var authorizer = FakeAuthorizer.DenyAll()
            .Allow("docs:ReadDocument", "arn:app:docs::123456789012:document/handbook");
        await using var application = new WebApplicationFactory<Program>().WithIam(authorizer);
        using var client = application.CreateClientAs("arn:aws:iam::123456789012:user/alice");

        var handbook = await client.GetAsync(new Uri("/documents/handbook", UriKind.Relative));
        var payroll = await client.GetAsync(new Uri("/documents/payroll", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, handbook.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, payroll.StatusCode);
        authorizer.AssertAsked("docs:ReadDocument", "arn:app:docs::123456789012:document/payroll");
    }
    #endregion

    #region directory
    [Fact]
    public async Task Contractors_do_not_delete()
    {
        var store = new DirectoryBuilder()
            .Account(account => account
                .Policy("Contractors", TestPolicies.Allow("docs:Read*"))
                .User("cleo", user => user
                    .Inline("everything", TestPolicies.AllowAll)
                    .Boundary("Contractors")))
            .Build();
        using var engine = new IamEngine(store);

        var access = await engine.Authorizer.AuthorizeAsync(
            Principal.Parse("arn:aws:iam::123456789012:user/cleo"),
            ActionName.Parse("docs:DeleteDocument"),
            ResourceName.Parse("arn:app:docs::123456789012:document/1"));

        Assert.False(access.IsAllowed);
    }
    #endregion
}
