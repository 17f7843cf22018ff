using System.Net.Http.Json;
using System.Text.Json;
using IamCore.AspNetCore.Tests.Hosting;

namespace IamCore.AspNetCore.Tests.Explaining;

/// <summary>Sessions as principals of what-if questions: what was fixed at their issue counts (ST-004, ST-027).</summary>
public sealed class ExplainedSessionTests
{
    [Theory]
    [InlineData("red", "Allow")]
    [InlineData("blue", "Implicit deny")]
    public async Task A_session_is_asked_about_by_its_token_with_its_own_tags(string team, string decision)
    {
        await using var host = await ExplainedSessions.StartAsync();
        var answer = await AskAsync(host, await ExplainedSessions.AssumeAsync(host, team), "docs:ReadDocument");
        Assert.Equal(decision, answer.GetProperty("decision").GetString());
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/Visitor/onduty", answer.GetProperty("principal").GetString());
        Assert.Equal("AssumedRole", answer.GetProperty("session").GetProperty("kind").GetString());
        Assert.Contains($"aws:PrincipalTag/Team = {team}", KeysOf(answer));
    }

    /// <summary>Nothing that is typed can stand in for what the session carries (EV-013).</summary>
    [Fact]
    public async Task The_context_typed_does_not_change_the_session()
    {
        await using var host = await ExplainedSessions.StartAsync();
        var answer = await AskAsync(host, await ExplainedSessions.AssumeAsync(host, "blue"), "docs:ReadDocument", ("aws:PrincipalTag/Team", "red"));
        Assert.Equal("Implicit deny", answer.GetProperty("decision").GetString());
    }

    [Fact]
    public async Task A_session_of_a_mapped_role_is_asked_about_by_its_arn_and_is_suggested()
    {
        await using var host = await ExplainedSessions.StartAsync();
        var before = await AskAsync(host, ExplainedSessions.Mapped, "docs:ExportDocument");
        Assert.Equal(("Implicit deny", JsonValueKind.Null), (before.GetProperty("decision").GetString(), before.GetProperty("session").ValueKind));

        Assert.Equal(200, await host.StatusAsync("/x", "visitor1;aud=app;team=red"));
        var answer = await AskAsync(host, ExplainedSessions.Mapped, "docs:ExportDocument");
        Assert.Equal("Allow", answer.GetProperty("decision").GetString());
        Assert.Equal("WebIdentityRole", answer.GetProperty("session").GetProperty("kind").GetString());
        Assert.Contains("idp.example.com:sub = visitor1", KeysOf(answer));
        var suggested = await host.Client.GetFromJsonAsync<JsonElement>("/iam/explain/suggestions");
        Assert.Equal(ExplainedSessions.Mapped, suggested.GetProperty("principals")[0].GetString());
    }

    /// <summary>ST-081: without a second factor such a session can call no IAM operation, although every policy allows it.</summary>
    [Fact]
    public async Task What_a_kind_of_session_can_never_do_is_told()
    {
        await using var host = await ExplainedSessions.StartAsync();
        var token = await ExplainedSessions.SessionTokenAsync(host);
        var iam = await AskAsync(host, token, "iam:ListUsers");
        Assert.Equal("Explicit deny", iam.GetProperty("decision").GetString());
        Assert.StartsWith("Whatever policies say: ", iam.GetProperty("because").GetString(), StringComparison.Ordinal);
        Assert.Equal("Allow", (await AskAsync(host, token, "docs:ReadDocument")).GetProperty("decision").GetString());
    }

    [Fact]
    public async Task A_token_that_has_ended_or_was_altered_asks_nothing_and_is_not_repeated()
    {
        var clock = new FakeTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var host = await ExplainedSessions.StartAsync(clock);
        var token = await ExplainedSessions.AssumeAsync(host, "red");
        var altered = token[..^2] + (token[^2] == 'A' ? "BA" : "AA");
        Assert.Contains("no session token", await ProblemAsync(host, altered), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("expired", await ProblemAsync(host, token), StringComparison.Ordinal);
    }

    private static IEnumerable<string?> KeysOf(JsonElement answer) => answer.GetProperty("session").GetProperty("keys").EnumerateArray().Select(key => key.GetString());

    private static async Task<string> ProblemAsync(TestHost host, string token)
    {
        using var response = await PostAsync(host, token, "docs:ReadDocument");
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(400, (int)response.StatusCode);
        Assert.DoesNotContain(token, text, StringComparison.Ordinal);
        return text;
    }

    private static async Task<JsonElement> AskAsync(TestHost host, string principal, string action, params (string Key, string Value)[] context)
    {
        using var response = await PostAsync(host, principal, action, context);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> PostAsync(TestHost host, string principal, string action, params (string Key, string Value)[] context) =>
        host.Client.PostAsJsonAsync("/iam/explain/ask", new { principal, action, resource = "*", context = context.ToDictionary(c => c.Key, c => new[] { c.Value }) });
}
