using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using IamCore.AspNetCore.Tests.Authorization;
using IamCore.AspNetCore.Tests.Hosting;
using IamCore.Tests.Isolation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IamCore.AspNetCore.Tests.Reporting;

/// <summary>Why something was refused: all of it in the log, a part of it to the caller.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task The_log_names_the_statement_that_refused_and_the_answer_does_not()
    {
        var log = new EventLog();
        await using var host = await StartAsync(log, "Development");
        var (status, body) = await host.SendAsync("/tenants/acme/documents/13", "alice");
        var (id, values) = Assert.Single(log.Events);
        Assert.Equal((403, 2), (status, id));
        Assert.Equal("arn:aws:iam::123456789012:user/alice", values["Principal"]);
        Assert.Equal("docs:ReadDocument", values["Action"]);
        Assert.Equal("arn:app:docs::123456789012:tenant/acme/document/13", values["Resource"]);
        Assert.Equal("ExplicitDeny (Identity)", values["Result"]);
        Assert.Equal("NotThirteen#0 of user alice", values["Statements"]);
        Assert.Contains("with an explicit deny in an identity-based policy", body, StringComparison.Ordinal);
        Assert.DoesNotContain("NotThirteen", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_development_the_log_keeps_to_the_decision()
    {
        var log = new EventLog();
        await using var host = await StartAsync(log, "Production");
        Assert.Equal(403, await host.StatusAsync("/tenants/acme/documents/13", "alice"));
        Assert.Equal(1, Assert.Single(log.Events).Id);
    }

    [Fact]
    public async Task Of_what_is_another_accounts_the_caller_is_not_told_what_refused()
    {
        await using var host = await TestHost.StartAsync(
            app => app.MapGet("/x", () => "").RequireIam("docs:ReadDocument", "arn:app:docs::210987654321:document/1"), Documents.Directory());
        var (_, body) = await host.SendAsync("/x", "alice");
        Assert.Contains("is not authorized to perform: docs:ReadDocument", body, StringComparison.Ordinal);
        Assert.DoesNotContain("because", body, StringComparison.Ordinal);
        Assert.DoesNotContain("explicit deny", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_is_nobody_and_values_that_name_nothing_have_their_events()
    {
        var log = new EventLog();
        await using var host = await TestHost.StartAsync(
            app => app.MapGet("/{id}", (string id) => id).RequireIam("docs:ReadDocument", "arn:app:docs::123456789012:document/{id}"),
            Documents.Directory(),
            o => o.Mappings.Clear(),
            s => s.AddSingleton<ILoggerProvider>(log));
        Assert.Equal(403, await host.StatusAsync("/1", "alice"));
        Assert.Equal(403, await host.StatusAsync($"/{new string('a', 3000)}", "alice"));
        Assert.Equal([4, 3], log.Events.Select(e => e.Id));
    }

    [Fact]
    public async Task Refusals_are_counted_and_stand_on_the_activity()
    {
        var tagged = Channel.CreateUnbounded<string>();
        await using var host = await TestHost.StartAsync(a => EndpointTests.Map(a), Documents.Directory(), services: s => EndpointTests.Services(s));
        using var meters = new MetricReader(host.Services.GetRequiredService<IMeterFactory>(), "IamCore.AspNetCore");
        var requests = host.Services.GetRequiredService<ActivitySource>();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => ReferenceEquals(source, requests), // other tests' hosts have sources of the same name
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => tagged.Writer.TryWrite($"{activity.GetTagItem("iamcore.action")} {activity.GetTagItem("iamcore.denied")}"),
        };
        ActivitySource.AddActivityListener(activities);
        Assert.Equal(403, await host.StatusAsync("/tenants/acme/documents/13", "alice"));
        Assert.Equal(403, await host.StatusAsync("/tenants/globex/documents/1", "alice"));
        Assert.Equal([("iamcore.aspnetcore.refusals", 1, "explicitDeny"), ("iamcore.aspnetcore.refusals", 1, "implicitDeny")], meters.Measured.Select(m => (m.Name, m.Value, m.Tags.Split('=', ',')[1])));

        // A request's activity ends after its caller has the answer.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        string[] both = [await tagged.Reader.ReadAsync(patience.Token), await tagged.Reader.ReadAsync(patience.Token)];
        Assert.Contains("docs:ReadDocument ExplicitDeny (Identity)", both);
    }

    [Fact]
    public async Task A_host_that_answers_refusals_itself_does()
    {
        await using var host = await TestHost.StartAsync(
            app => EndpointTests.Map(app),
            Documents.Directory(),
            services: s => EndpointTests.Services(s).AddSingleton<IAuthorizationMiddlewareResultHandler, Teapot>());
        Assert.Equal(418, await host.StatusAsync("/tenants/acme/documents/13", "alice"));
        await using var silent = await TestHost.StartAsync(
            app => EndpointTests.Map(app), Documents.Directory(), o => o.WriteProblemDetails = false, s => EndpointTests.Services(s));
        Assert.Equal((403, ""), await silent.SendAsync("/tenants/acme/documents/13", "alice"));
    }

    private static Task<TestHost> StartAsync(EventLog log, string environment) => TestHost.StartAsync(
        app => EndpointTests.Map(app), Documents.Directory(), services: s => EndpointTests.Services(s).AddSingleton<ILoggerProvider>(log), environment: environment);

    private sealed class Teapot : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            context.Response.StatusCode = 418;
            return Task.CompletedTask;
        }
    }

    /// <summary>The events of our category.</summary>
    private sealed class EventLog : ILoggerProvider, ILogger
    {
        private bool _isOurs;

        public ConcurrentQueue<(int Id, Dictionary<string, string?> Values)> Events { get; private init; } = new();

        public ILogger CreateLogger(string categoryName) => new EventLog { Events = Events, _isOurs = categoryName == "IamCore.AspNetCore.Authorization" };

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => _isOurs;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (_isOurs && state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                Events.Enqueue((eventId.Id, values.ToDictionary(v => v.Key, v => v.Value?.ToString())));
            }
        }

        public void Dispose()
        {
        }
    }
}
