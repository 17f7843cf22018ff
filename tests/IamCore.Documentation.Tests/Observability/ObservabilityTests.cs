using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using IamCore.EntityFrameworkCore;
using IamCore.AspNetCore;
using IamCore.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IamCore.Documentation.Tests.Observability;

/// <summary>The page lists every instrument and every log event there is.</summary>
public sealed partial class ObservabilityTests
{
    [Fact]
    public async Task Instruments_are_those_of_the_page()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddMetrics();
        services.AddIamCore().AddAspNetCore();
        await using var provider = services.BuildServiceProvider();
        var meters = provider.GetRequiredService<IMeterFactory>();
        var found = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    lock (found)
                    {
                        found.Add(instrument.Name);
                    }
                }
            },
        };
        listener.Start();
        _ = provider.GetRequiredService<IAuthorizer>();
        _ = provider.GetRequiredService(typeof(IamAspNetCoreOptions).Assembly.GetType("IamCore.AspNetCore.Reporting.IamMeter", throwOnError: true)!);
        await using var store = DatabaseDirectoryStore.OpenSqlite("Data Source=:memory:", new DatabaseStoreOptions { Meters = meters });

        var page = Instrument().Matches(Site.Read("guide", "observability.md")).Select(match => match.Groups[1].Value);
        Assert.Equal(found.Where(name => name.StartsWith("iamcore.", StringComparison.Ordinal)).Order(StringComparer.Ordinal), page.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Log_events_are_those_of_the_page()
    {
        var events = typeof(IamAspNetCoreOptions).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>()
            .Select(message => FormattableString.Invariant($"| {message.EventId} | `{message.EventName}` | {message.Level} |"));
        var page = Site.Read("guide", "observability.md");
        Assert.All(events, row => Assert.Contains(row, page, StringComparison.Ordinal));
        Assert.NotEmpty(events);
    }

    [Fact]
    public async Task Observers_are_told()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        #region register
        services.AddIamCore().AddObserver<DecisionLog>();
        services.AddSingleton<IDirectoryObserver, AuditLog>();
        #endregion
        await using var provider = services.BuildServiceProvider();
        var directory = provider.GetRequiredService<IamDirectory>();
        await directory.Instance.ExecuteAsync(new CreateAccount("Documents", "root@example.com") { AccountId = "123456789012" });
        await directory.ForAccount(AccountId.Parse("123456789012")).ExecuteAsync(new CreateUser("alice"));
        await provider.GetRequiredService<IAuthorizer>().AuthorizeAsync(
            Principal.Parse("arn:aws:iam::123456789012:user/alice"), ActionName.Parse("docs:Read"), ResourceName.Parse("arn:app:docs::123456789012:document/1"));

        Assert.Equal(["iam:CreateUser"], provider.GetServices<IDirectoryObserver>().OfType<AuditLog>().Single().Actions.Where(action => action.StartsWith("iam:", StringComparison.Ordinal)));
        Assert.Equal(1, provider.GetServices<IAccessObserver>().OfType<DecisionLog>().Single().Refusals);
    }

    [GeneratedRegex(@"^\| `(iamcore\.[\w.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Instrument();

    #region decisions
    private sealed class DecisionLog : IAccessObserver
    {
        private int _refusals;

        public int Refusals => _refusals;

        public void OnDecided(in AccessEvent access)
        {
            if (!access.Result.IsAllowed)
            {
                Interlocked.Increment(ref _refusals);
            }
        }
    }
    #endregion

    #region audit
    private sealed class AuditLog : IDirectoryObserver
    {
        public List<string> Actions { get; } = [];

        public void OnAudit(AuditEvent entry) => Actions.Add(entry.Action); // who, what, to what, and the outcome

        public void OnAdvice(AdvisoryEvent advice)
        {
            // For example: root was used, or an emergency user signed in.
        }
    }
    #endregion
}
