using System.Diagnostics;
using IamCore.AspNetCore.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace IamCore.AspNetCore.Tests.Reporting;

/// <summary>Our meters and our activity source in the OpenTelemetry SDK, which listens to the whole process; so this runs alone.</summary>
[Collection(nameof(OpenTelemetryTests))]
[CollectionDefinition(nameof(OpenTelemetryTests), DisableParallelization = true)]
public sealed class OpenTelemetryTests : IAsyncLifetime
{
    private const string Demo = "arn:aws:iam::123456789012:user/demo";

    private readonly string _data = Directory.CreateTempSubdirectory("iamcore-telemetry").FullName;
    private readonly List<MetricSnapshot> _metrics = [];
    private readonly List<Activity> _activities = [];
    private WebApplicationFactory<MinimalApi.Document> _factory = null!;

    public ValueTask InitializeAsync()
    {
        _factory = new WebApplicationFactory<MinimalApi.Document>().WithIam().WithWebHostBuilder(host => host
            .UseSetting("Data", _data)
            .ConfigureServices(services => services.AddOpenTelemetry()
                .WithMetrics(metrics => metrics.AddMeter("IamCore", "IamCore.AspNetCore").AddInMemoryExporter(_metrics))
                .WithTracing(traces => traces.AddSource("IamCore", "Microsoft.AspNetCore").AddInMemoryExporter(_activities))));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Decisions_refusals_and_the_database_are_measured()
    {
        await AskAsync("/tenants/acme/documents/1", 200);
        await AskAsync("/tenants/globex/documents/1", 403);
        Assert.True(_factory.Services.GetRequiredService<MeterProvider>().ForceFlush());

        Assert.Equal(1, Sum("iamcore.decisions", "iamcore.decision", "allow"));
        Assert.Equal(1, Sum("iamcore.decisions", "iamcore.decision", "implicitDeny"));
        Assert.Equal(1, Points("iamcore.aspnetcore.refusals").Sum(point => point.GetSumLong()));
        Assert.Equal(2, Points("iamcore.decision.duration").Sum(point => point.GetHistogramCount()));
        Assert.NotEmpty(Points("iamcore.principals.cached"));
        Assert.NotEmpty(Points("iamcore.database.age"));
    }

    [Fact]
    public async Task Each_decision_is_a_span_of_its_request()
    {
        await AskAsync("/tenants/globex/documents/1", 403);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!_activities.ToArray().Any(activity => activity.Source.Name == "Microsoft.AspNetCore"))
        {
            // The caller has the answer before the request's span ends.
            await Task.Delay(10, patience.Token);
            Assert.True(_factory.Services.GetRequiredService<TracerProvider>().ForceFlush());
        }

        var decision = Assert.Single(_activities, activity => activity.Source.Name == "IamCore");
        var request = Assert.Single(_activities, activity => activity.Source.Name == "Microsoft.AspNetCore");
        Assert.Equal(request.SpanId, decision.ParentSpanId);
        Assert.Equal(
            ("iamcore.authorize", "docs:ReadDocument", "implicitDeny"),
            (decision.OperationName, decision.GetTagItem("iamcore.action"), decision.GetTagItem("iamcore.decision")));
    }

    private async Task AskAsync(string path, int status)
    {
        using var client = _factory.CreateClientAs(Demo);
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, (int)response.StatusCode);
    }

    private IEnumerable<MetricPoint> Points(string name) => _metrics.Where(metric => metric.Name == name).SelectMany(metric => metric.MetricPoints);

    private long Sum(string name, string tag, string value) => Points(name).Where(point => Has(point, tag, value)).Sum(point => point.GetSumLong());

    private static bool Has(MetricPoint point, string tag, string value)
    {
        foreach (var (key, found) in point.Tags)
        {
            if (key == tag)
            {
                return found as string == value;
            }
        }

        return false;
    }
}
