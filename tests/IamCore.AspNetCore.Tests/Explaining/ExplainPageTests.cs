using IamCore.AspNetCore.Tests.Hosting;
using IamCore.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Playwright;

namespace IamCore.AspNetCore.Tests.Explaining;

/// <summary>The page in a browser, with the keyboard alone.</summary>
public sealed class ExplainPageTests
{
    internal static readonly DirectoryBuilder Directory = new DirectoryBuilder().Account(a => a
        .Group("Members", g => g.Inline("OwnTenant", """
            {"Version":"2012-10-17","Statement":[
              {"Sid":"OwnTenant","Effect":"Allow","Action":"docs:*","Resource":"arn:app:docs::123456789012:tenant/acme/document/*"},
              {"Sid":"OfficeOnly","Effect":"Allow","Action":"docs:ExportDocument","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}},
              {"Sid":"DeleteNeedsMfa","Effect":"Deny","Action":"docs:DeleteDocument","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}]}
            """))
        .User("alice", u => u.In("Members")));

    [ChromiumFact]
    public Task By_light_one_asks_reads_why_and_sees_the_decision_flip() => AskAsync(ColorScheme.Light);

    [ChromiumFact]
    public Task In_the_dark_one_asks_reads_why_and_sees_the_decision_flip() => AskAsync(ColorScheme.Dark);

    /// <summary>A session by its token, then one of a mapped role by its ARN: each shows what it brings.</summary>
    [ChromiumFact]
    public async Task A_role_session_asks_by_its_token_and_a_mapped_one_by_its_arn()
    {
        await using var host = await ExplainedSessions.StartAsync();
        Assert.Equal(200, await host.StatusAsync("/x", "visitor1;aud=app;team=red"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        var errors = new List<string>();
        var page = await OpenAsync(browser, host, ColorScheme.Light, errors);
        var keyboard = page.Keyboard;
        await keyboard.InsertTextAsync(await ExplainedSessions.AssumeAsync(host, "red"));
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("docs:ReadDocument");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("*");
        await keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".decision")).ToHaveTextAsync("Allow");
        await Assertions.Expect(page.Locator(".statement.decided pre")).ToContainTextAsync("RedTeam");
        await Assertions.Expect(page.Locator(".session")).ToContainTextAsync("arn:aws:sts::123456789012:assumed-role/Visitor/onduty");
        await Assertions.Expect(page.Locator(".session pre")).ToContainTextAsync("aws:PrincipalTag/Team = red");
        await ShotAsync(page, "session");

        await page.FocusAsync("#principal");
        await Assertions.Expect(page.Locator("#principals option").First).ToHaveAttributeAsync("value", ExplainedSessions.Mapped);
        await keyboard.PressAsync("Control+A");
        await keyboard.TypeAsync(ExplainedSessions.Mapped);
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Control+A");
        await keyboard.TypeAsync("docs:ExportDocument");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".statement.decided pre")).ToContainTextAsync("Visitors");
        await Assertions.Expect(page.Locator(".session pre")).ToContainTextAsync("idp.example.com:sub = visitor1");
        Assert.Empty(errors);
    }

    private static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Executable, Args = ["--no-sandbox"] });

    /// <summary>The page, with whatever goes wrong in it.</summary>
    private static async Task<IPage> OpenAsync(IBrowser browser, TestHost host, ColorScheme scheme, List<string> errors)
    {
        var page = await browser.NewPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = 1000, Height = 900 } });
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        page.RequestFailed += (_, request) => errors.Add(request.Url);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(host.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                errors.Add($"asked for {request.Url}");
            }
        };

        await page.GotoAsync(new Uri(host.Address, "/iam/explain").ToString());
        return page;
    }

    private static async Task AskAsync(ColorScheme scheme)
    {
        await using var host = await TestHost.StartAsync(app => app.MapIamExplain(), Directory);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        var errors = new List<string>();
        var page = await OpenAsync(browser, host, scheme, errors);
        Assert.Equal("principal", await page.EvaluateAsync<string>("document.activeElement.id"));
        var keyboard = page.Keyboard;
        await keyboard.TypeAsync("arn:aws:iam::123456789012:user/alice");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("docs:DeleteDocument");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("arn:app:docs::123456789012:tenant/acme/document/1");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".decision")).ToHaveTextAsync("Explicit deny");
        await Assertions.Expect(page.Locator(".statement.decided pre")).ToContainTextAsync("DeleteNeedsMfa");
        await Assertions.Expect(page.Locator("#answer button")).ToHaveTextAsync("aws:multifactorauthpresent =");
        await ShotAsync(page, $"denied-{scheme}");

        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter"); // the missing key goes into the context, which is focused
        Assert.Equal("context", await page.EvaluateAsync<string>("document.activeElement.id"));
        await keyboard.TypeAsync("true");
        await keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".decision")).ToHaveTextAsync("Allow");
        await Assertions.Expect(page.Locator(".statement.decided pre")).ToContainTextAsync("OwnTenant");
        await ShotAsync(page, $"allowed-{scheme}");

        Assert.Empty(errors);
        var brightness = await page.EvaluateAsync<int>("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number).reduce((a, b) => a + b)");
        Assert.Equal(scheme == ColorScheme.Light, brightness > 384);
    }

    /// <summary>For people to look at, where they want to.</summary>
    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("IAMCORE_TEST_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"explain-{name}.png"), FullPage = true });
        }
    }
}
