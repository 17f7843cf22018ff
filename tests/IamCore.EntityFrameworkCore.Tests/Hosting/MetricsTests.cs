using System.Diagnostics.Metrics;
using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Tests.Isolation;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.EntityFrameworkCore.Tests.Hosting;

/// <summary>What a store tells of itself on the meter <c>IamCore</c> of its container.</summary>
public abstract class MetricsTests : IDisposable
{
    private readonly TestDatabase _database;
    private readonly LeapingClock _clock = new();
    private readonly ServiceProvider _services;
    private readonly TestMeterFactory _factory = new();
    private readonly MetricReader _meters;

    protected MetricsTests(TestDatabase database)
    {
        _database = database;
        _meters = new(_factory);
        var place = database.NewPlace();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IMeterFactory>(_factory);
        var options = new DatabaseStoreOptions
        {
            PollInterval = TimeSpan.FromHours(1), PollTimeout = TimeSpan.FromMinutes(2), CommandTimeout = TimeSpan.FromMinutes(2), ListenForHints = false, TimeProvider = _clock,
        };
        var builder = services.AddIamCore();
        _ = place.StartsWith("Data Source", StringComparison.Ordinal) ? builder.UseSqlite(place, options) : builder.UsePostgreSql(place, options);
        _services = services.BuildServiceProvider();
    }

    public void Dispose()
    {
        _meters.Dispose();
        _services.DisposeAsync().AsTask().GetAwaiter().GetResult(); // until nothing asks the database any more: its files are deleted next
        _factory.Dispose();
        _database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task How_old_what_is_known_may_be_is_told_until_the_database_answers_again()
    {
        var store = _services.GetRequiredService<DatabaseDirectoryStore>();
        await store.StartAsync();
        _clock.Leap(TimeSpan.FromMinutes(30));
        if (_meters.Observe("iamcore.database.age") < 1800)
        {
            _clock.Leap(TimeSpan.FromMinutes(30)); // what the store asked in the background at its start was answered after the first leap
        }

        Assert.InRange(_meters.Observe("iamcore.database.age"), 1800, 3500);
        Assert.Equal(0, _meters.Observe("iamcore.database.revision"));

        await store.GetRevisionAsync(default);
        Assert.InRange(_meters.Observe("iamcore.database.age"), 0, 1700); // what it took to answer, on whatever machine
    }

    [Fact]
    public async Task Commits_are_counted_by_how_they_ended()
    {
        var store = _services.GetRequiredService<DatabaseDirectoryStore>();
        var user = new IamUser { Id = "AIDA1", Account = AccountId.Parse("123456789012"), Name = "ann" };
        await store.CommitAsync(new() { Puts = [user] }, default);
        await store.CommitAsync(new() { Puts = [user with { Id = "AIDA2", Name = "ANN" }] }, default);
        await store.CommitAsync(new() { Puts = [user with { Revision = 7 }] }, default);
        Assert.Equal(
            ["iamcore.conflict=", "iamcore.conflict=UniqueKey", "iamcore.conflict=Revision"],
            _meters.Measured.Where(m => m.Name == "iamcore.database.commits").Select(m => m.Tags));
        Assert.Equal(1, _meters.Observe("iamcore.database.revision"));
    }
}

public sealed class SqliteMetricsTests() : MetricsTests(new SqliteDatabase());

public sealed class PostgreSqlMetricsTests() : MetricsTests(new PostgreSqlDatabase());
