using System.Net.Http.Json;
using IamCore.AspNetCore.Testing;
using IamCore.Testing;
using Microsoft.AspNetCore.Mvc.Testing;

namespace IamCore.AspNetCore.Tests.Hosting;

/// <summary>samples/MinimalApi through <see cref="WebApplicationFactory{T}"/>, as its own tests would have it.</summary>
public sealed class SampleTests : IAsyncLifetime
{
    private const string Demo = "arn:aws:iam::123456789012:user/demo";

    private readonly string _data = Directory.CreateTempSubdirectory("iamcore-sample").FullName;
    private WebApplicationFactory<MinimalApi.Document> _factory = null!;

    public ValueTask InitializeAsync()
    {
        _factory = new WebApplicationFactory<MinimalApi.Document>().WithWebHostBuilder(host => host.UseSetting("Data", _data).UseSetting("Environment", "Production"));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Theory]
    [InlineData(Demo, "GET", "/tenants/acme/documents/1", 200)]
    [InlineData(Demo, "GET", "/tenants/globex/documents/1", 403)]
    [InlineData(Demo, "GET", "/tenants/globex/documents/2", 200)]
    [InlineData(Demo, "DELETE", "/tenants/acme/documents/1", 403)]
    [InlineData("arn:aws:iam::123456789012:user/gwen", "GET", "/tenants/globex/documents/1", 200)]
    [InlineData("arn:aws:iam::123456789012:user/gwen", "GET", "/tenants/acme/documents/1", 403)]
    [InlineData("arn:aws:iam::123456789012:user/nobody", "GET", "/tenants/acme/documents/1", 403)]
    public async Task The_policies_of_the_sample_decide_who_reads_and_writes_what(string principal, string method, string path, int status)
    {
        await using var factory = _factory.WithIam();
        using var client = factory.CreateClientAs(principal);
        using var response = await client.SendAsync(new(new(method), path));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Deleting_needs_a_second_factor()
    {
        await using var factory = _factory.WithIam();
        using var client = factory.CreateClientAs(Demo, TimeProvider.System.GetUtcNow());
        using var response = await client.DeleteAsync(new Uri("/tenants/acme/documents/1", UriKind.Relative));
        Assert.Equal(204, (int)response.StatusCode);
    }

    [Fact]
    public async Task Sharing_lets_another_tenant_read_but_not_what_is_secret()
    {
        await using var factory = _factory.WithIam();
        using var client = factory.CreateClientAs(Demo);
        using var gwen = factory.CreateClientAs("arn:aws:iam::123456789012:user/gwen");
        var share = new { principal = "arn:aws:iam::123456789012:user/gwen" };
        using var shared = await client.PostAsJsonAsync("/tenants/acme/documents/1/shares", share);
        using var secret = await client.PostAsJsonAsync("/tenants/acme/documents/2/shares", share);
        using var missing = await client.PostAsJsonAsync("/tenants/acme/documents/3/shares", share);
        Assert.Equal([200, 403, 404], new[] { shared, secret, missing }.Select(r => (int)r.StatusCode));
        using var read = await gwen.GetAsync(new Uri("/tenants/acme/documents/1", UriKind.Relative));
        Assert.Equal(200, (int)read.StatusCode);
    }

    [Fact]
    public async Task A_fake_stands_in_for_the_policies_and_knows_what_was_asked()
    {
        var authorizer = FakeAuthorizer.DenyAll().Allow("docs:ReadDocument", "arn:app:docs::123456789012:tenant/initech/document/*");
        await using var factory = _factory.WithIam(authorizer);
        using var client = factory.CreateClientAs("arn:aws:iam::123456789012:user/anybody");
        using var read = await client.GetAsync(new Uri("/tenants/initech/documents/a%3Ab", UriKind.Relative));
        using var deleted = await client.DeleteAsync(new Uri("/tenants/initech/documents/1", UriKind.Relative));
        Assert.Equal((404, 403), ((int)read.StatusCode, (int)deleted.StatusCode));
        authorizer.AssertAsked("docs:ReadDocument", "arn:app:docs::123456789012:tenant/initech/document/a%3Ab");
        authorizer.AssertAsked("docs:DeleteDocument");
        authorizer.AssertNotAsked("docs:WriteDocument");
    }

    [Fact]
    public async Task A_client_that_says_nothing_is_nobody()
    {
        await using var factory = _factory.WithIam(FakeAuthorizer.AllowAll());
        using var client = factory.CreateClient();
        using var response = await client.GetAsync(new Uri("/tenants/acme/documents/1", UriKind.Relative));
        Assert.Equal(401, (int)response.StatusCode);
    }
}
