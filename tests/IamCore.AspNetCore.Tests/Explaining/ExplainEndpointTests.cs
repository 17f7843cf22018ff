using System.Net.Http.Json;
using System.Text.Json;
using IamCore.AspNetCore.Tests.Hosting;
using IamCore.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace IamCore.AspNetCore.Tests.Explaining;

public sealed class ExplainEndpointTests
{
    private static readonly object Question = new
    {
        principal = "arn:aws:iam::123456789012:user/alice",
        action = "docs:ExportDocument",
        resource = "arn:app:docs::123456789012:tenant/globex/document/1",
        context = new Dictionary<string, string[]> { ["aws:SourceIp"] = ["198.51.100.1"] },
    };

    [Fact]
    public async Task A_question_in_json_is_answered_with_what_mattered()
    {
        await using var host = await TestHost.StartAsync(app => app.MapIamExplain("/why"), ExplainPageTests.Directory);
        using var response = await host.Client.PostAsJsonAsync("/why/ask", Question);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Implicit deny", answer.GetProperty("decision").GetString());
        var near = answer.GetProperty("policies").EnumerateArray().SelectMany(p => p.GetProperty("statements").EnumerateArray()).Single(s => s.GetProperty("role").GetString() == "near");
        Assert.Equal("OfficeOnly", near.GetProperty("sid").GetString());
        Assert.Equal("✗ aws:SourceIp is 198.51.100.1; asked for: IpAddress 203.0.113.0/24", near.GetProperty("conditions")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("""{"principal":"alice","action":"docs:Read","resource":"*"}""", "no principal")]
    [InlineData("""{"principal":"*","action":"read","resource":"*"}""", "no action")]
    [InlineData("""{"principal":"*","action":"docs:Read","resource":"x"}""", "no resource")]
    [InlineData("""{"principal":"*","action":"docs:Read","resource":"*","context":{"":["x"]}}""", "context key")]
    [InlineData("""{"principal":"arn:aws:iam::123456789012:user/alice","action":"docs:Read","resource":"*","context":{"aws:CurrentTime":["never"]}}""", "")]
    [InlineData("""{}""", "JSON")]
    [InlineData("""nonsense""", "JSON")]
    public async Task What_is_no_question_is_told_what_is_wrong(string question, string problem)
    {
        await using var host = await TestHost.StartAsync(app => app.MapIamExplain(), ExplainPageTests.Directory);
        using var response = await host.Client.PostAsync(new Uri("/iam/explain/ask", UriKind.Relative), new StringContent(question, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(problem, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_development_it_does_not_start_unless_it_is_secured()
    {
        Assert.Contains("shows policies", await TestHost.RefusedAsync(app => app.MapIamExplain(), environment: "Production"), StringComparison.Ordinal);
        Assert.Contains(
            "shows policies", await TestHost.RefusedAsync(app => app.MapIamExplain().RequireAuthorization().AllowAnonymous(), environment: "Production"), StringComparison.Ordinal);
        await using var host = await TestHost.StartAsync(
            app => app.MapIamExplain().RequireIam("iamcore:Explain", "*"),
            new DirectoryBuilder().Account(a => a.User("admin", u => u.Inline("All", TestPolicies.AllowAll)).User("alice")),
            environment: "Production");
        Assert.Equal(401, await host.StatusAsync("/iam/explain"));
        Assert.Equal(403, await host.StatusAsync("/iam/explain", "alice"));
        Assert.Equal(200, await host.StatusAsync("/iam/explain", "admin"));
        Assert.Equal(200, await host.StatusAsync("/iam/explain/explain.js", "admin"));
    }
}
