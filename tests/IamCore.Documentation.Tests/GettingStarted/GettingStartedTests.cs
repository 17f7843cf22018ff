using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;

namespace IamCore.Documentation.Tests.GettingStarted;

/// <summary>The requests of the page "Getting started", and the answers that it shows.</summary>
public sealed class GettingStartedTests
{
    [Fact]
    public async Task The_first_answers_are_those_of_the_page()
    {
        await using var application = new WebApplicationFactory<Program>();
        using var client = application.CreateClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri("/documents/handbook", UriKind.Relative))).StatusCode);

        using var token = JsonDocument.Parse(await client.GetStringAsync(new Uri("/sign-in/alice", UriKind.Relative)));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.RootElement.GetProperty("accessToken").GetString());
        Assert.Equal("The text of handbook", await client.GetStringAsync(new Uri("/documents/handbook", UriKind.Relative)));

        var refused = await client.GetAsync(new Uri("/documents/payroll", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Equal("AccessDenied", problem.RootElement.GetProperty("code").GetString());
        var detail = problem.RootElement.GetProperty("detail").GetString();
        Assert.Contains(detail!, Site.Read("guide", "getting-started.md"), StringComparison.Ordinal);
    }
}
