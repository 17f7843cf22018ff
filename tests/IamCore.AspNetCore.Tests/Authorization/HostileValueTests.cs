using System.Text;
using IamCore.AspNetCore.Tests.Hosting;
using Microsoft.AspNetCore.Builder;

namespace IamCore.AspNetCore.Tests.Authorization;

/// <summary>No value of a route widens or moves the resource. Alice may read all of acme's documents but 13, and nothing else.</summary>
public sealed class HostileValueTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(
        app =>
        {
            app.MapGet("/t/{tenant}/d/{id}", (string tenant, string id) => $"{tenant}|{id}").RequireIam("docs:ReadDocument", Documents.Template);
            app.MapGet("/n/{tenant}/d/{id}", (string tenant, int id) => $"{tenant}|{id}").RequireIam("docs:ReadDocument", Documents.Template);
            app.MapGet("/c/{tenant}/d/{id:int}", (string tenant) => tenant).RequireIam("docs:ReadDocument", Documents.Template);
            app.MapGet("/p/{tenant}/d/{**id}", (string tenant, string id) => $"{tenant}|{id}").RequireIam("docs:ReadDocument", Documents.Template);
        },
        Documents.Directory());

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    /// <summary>Each would reach a document of acme, if it were put into the ARN or read as a path as it is.</summary>
    [Theory]
    [InlineData("globex%2F..%2Facme", "1")]
    [InlineData("globex", "..%2F..%2Facme%2Fdocument%2F1")]
    [InlineData("acme%2Fdocument%2F1%2F", "x")]
    [InlineData("acme%2F", "1")]
    [InlineData("*", "1")]
    [InlineData("%2A", "1")]
    [InlineData("?cme", "1")]
    [InlineData("%3Fcme", "1")]
    [InlineData("acm%3F", "1")]
    [InlineData("globex:tenant/acme", "1")]
    [InlineData("globex%3Atenant%2Facme", "1")]
    [InlineData("$%7Baws:username%7D", "1")]
    [InlineData("acme%00", "1")]
    [InlineData("%20acme", "1")]
    [InlineData("ACME", "1")]
    [InlineData("acm%C3%A9", "1")]
    [InlineData("acme%FF", "1")]
    [InlineData("%C0%AFacme", "1")]
    [InlineData("acme%E2%80%8B", "1")]
    public async Task Another_tenant_stays_another_tenant(string tenant, string id)
    {
        var status = await _host.RawStatusAsync(Encoding.ASCII.GetBytes($"/t/{tenant}/d/{id}"), "alice");
        Assert.True(status is 403 or 404 or 400, $"{status}");
    }

    /// <summary>Of each the handler would read 13, which is denied: the spelling must not lead around the deny.</summary>
    [Theory]
    [InlineData("13")]
    [InlineData("013")]
    [InlineData("00000000000000000000000013")]
    [InlineData("%2B13")]
    [InlineData("%2013")]
    [InlineData("13%20")]
    public async Task A_number_is_one_resource_however_it_is_spelt(string id)
    {
        foreach (var route in (string[])["n", "c"])
        {
            var status = await _host.RawStatusAsync(Encoding.ASCII.GetBytes($"/{route}/acme/d/{id}"), "alice");
            Assert.True(status is 403 or 404 or 400, $"{route} {status}");
        }

        Assert.Equal(200, await _host.StatusAsync("/n/acme/d/14", "alice"));
        Assert.Equal(200, await _host.StatusAsync("/n/acme/d/0014", "alice"));
    }

    [Theory]
    [InlineData("%FF")]
    [InlineData("..")]
    [InlineData("%2e%2e")]
    [InlineData("$%7Baws:username%7D")]
    [InlineData("*")]
    [InlineData("a:b")]
    [InlineData("a%2Fb")]
    public async Task Within_acme_odd_names_are_names(string id) =>
        Assert.Contains(await _host.RawStatusAsync(Encoding.ASCII.GetBytes($"/t/acme/d/{id}"), "alice"), (int[])[200, 404]);

    [Fact]
    public async Task Bytes_that_are_no_utf8_reach_nothing()
    {
        Assert.Contains(await _host.RawStatusAsync([.. "/t/acme"u8, 0xFF, 0xFE, .. "/d/1"u8], "alice"), (int[])[0, 400, 403, 404]);
        Assert.Contains(await _host.RawStatusAsync([.. "/t/"u8, 0xC0, 0xAF, .. "acme/d/1"u8], "alice"), (int[])[0, 400, 403, 404]);
    }

    [Theory]
    [InlineData(1_990, 200)]
    [InlineData(2_100, 403)]
    [InlineData(7_000, 403)]
    [InlineData(65_536, 414)]
    public async Task A_value_too_long_for_an_arn_names_nothing(int length, int status) =>
        Assert.Equal(status, await _host.RawStatusAsync(Encoding.ASCII.GetBytes($"/t/acme/d/{new string('a', length)}"), "alice"));

    [Theory]
    [InlineData("a/b", 200)]
    [InlineData("13", 403)]
    [InlineData("", 403)]
    public async Task A_catch_all_in_a_plain_place_is_one_name(string path, int status) => Assert.Equal(status, await _host.StatusAsync($"/p/acme/d/{path}", "alice"));
}
