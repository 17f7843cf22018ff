using IamCore;
using IamCore.Credentials.Secrets;
using MinimalApi;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

var builder = WebApplication.CreateBuilder(args);
var data = builder.Configuration["Data"] ?? Path.Combine(AppContext.BaseDirectory, "data");
Directory.CreateDirectory(data);

builder.Services.AddProblemDetails();
builder.Services.AddSingleton<DocumentStore>();
builder.Services.AddSingleton<IResourcePolicySource>(services => services.GetRequiredService<DocumentStore>());
builder.Services.AddSingleton<ISecretProtector>(_ => DemoDirectory.OpenProtector(Path.Combine(data, "secret.key")));
var iam = builder.Services.AddIamCore().AddAspNetCore(options => options.RefuseUnprotectedEndpoints = true);
if (builder.Configuration["PostgreSql"] is { Length: > 0 } server)
{
    iam.UsePostgreSql(server); // any number of instances, all with the same secret.key
}
else
{
    iam.UseSqlite($"Data Source={Path.Combine(data, "directory.db")}");
}

if (builder.Configuration.GetValue<bool>("Telemetry"))
{
    // The request's own source is named too, so that a decision is a span of its request.
    builder.Services.AddOpenTelemetry()
        .WithMetrics(metrics => metrics.AddMeter("IamCore", "IamCore.AspNetCore").AddConsoleExporter())
        .WithTracing(traces => traces.AddSource("IamCore", "Microsoft.AspNetCore").AddConsoleExporter());
}

builder.Services.AddHealthChecks().AddIamCoreDatabase();
builder.Services.AddAuthentication(IamSignatureExtensions.DefaultScheme).AddIamSignature(options => options.Service = "docs");

await using var app = builder.Build(); // what was measured last is exported when it is disposed of
app.MapGet("/", () => "Documents under IAM policies. See the README for what to ask.").WithoutIam("says nothing of any tenant");
app.MapHealthChecks("/health").WithoutIam("says whether the directory can be reached");
app.MapDocuments();
app.MapAdministration();
if (app.Environment.IsDevelopment())
{
    app.MapIamExplain();
}

var key = await new DemoDirectory(app.Services.GetRequiredService<IamDirectory>()).PrepareAsync(
    Environment.GetEnvironmentVariable("IAMCORE_DEMO_ACCESS_KEY_ID"), Environment.GetEnvironmentVariable("IAMCORE_DEMO_SECRET_ACCESS_KEY"));
await app.StartAsync();
Welcome.Print(app, key);
await app.WaitForShutdownAsync();
