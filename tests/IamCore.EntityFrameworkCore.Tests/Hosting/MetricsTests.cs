using System.Diagnostics.Metrics;
using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.Model;
using IamCore.Policies;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.EntityFrameworkCore.Tests.Hosting;

/// <summary>What a store tells of itself on the meter <c>IamCore</c> of its container.</summary>
public abstract class MetricsTests : IDisposable
{
    private readonly TestDatabase _database;
    private readonly LeapingClock _clock = new();
    private readonly ServiceProvider _services;
    private readonly MeterListener _listener;
    private readonly List<(string Name, double Value, object? Conflict)> _measured = [];

    protected MetricsTests(TestDatabase database)
    {
        _database = database;
        var place = database.NewPlace();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IMeterFactory>(_ => new Meters());
        var options = new DatabaseStoreOptions
        {
            PollInterval = TimeSpan.FromHours(1), PollTimeout = TimeSpan.FromMinutes(2), CommandTimeout = TimeSpan.FromMinutes(2), ListenForHints = false, TimeProvider = _clock,
        };
        var builder = services.AddIamCore();
        _ = place.StartsWith("Data Source", StringComparison.Ordinal) ? builder.UseSqlite(place, options) : builder.UsePostgreSql(place, options);
        _services = services.BuildServiceProvider();
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "IamCore" && instrument.Meter.Scope == _services.GetRequiredService<IMeterFactory>())
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
        _database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task How_old_what_is_known_may_be_is_told_until_the_database_answers_again()
    {
        var store = _services.GetRequiredService<DatabaseDirectoryStore>();
        await store.StartAsync();
        _clock.Leap(TimeSpan.FromMinutes(30));
        Assert.InRange(Observe("iamcore.database.age"), 1800, 3500);
        Assert.Equal(0, Observe("iamcore.database.revision"));

        await store.GetRevisionAsync(default);
        Assert.InRange(Observe("iamcore.database.age"), 0, 1700); // what it took to answer, on whatever machine
    }

    [Fact]
    public async Task Commits_are_counted_by_how_they_ended()
    {
        var store = _services.GetRequiredService<DatabaseDirectoryStore>();
        var user = new IamUser { Id = "AIDA1", Account = AccountId.Parse("123456789012"), Name = "ann" };
        await store.CommitAsync(new() { Puts = [user] }, default);
        await store.CommitAsync(new() { Puts = [user with { Id = "AIDA2", Name = "ANN" }] }, default);
        await store.CommitAsync(new() { Puts = [user with { Revision = 7 }] }, default);
        Assert.Equal([null, "UniqueKey", "Revision"], _measured.Where(m => m.Name == "iamcore.database.commits").Select(m => (string?)m.Conflict));
        Assert.Equal(1, Observe("iamcore.database.revision"));
    }

    private double Observe(string name)
    {
        _listener.RecordObservableInstruments();
        lock (_measured)
        {
            return _measured.Last(m => m.Name == name).Value;
        }
    }

    private sealed class Meters : IMeterFactory
    {
        private readonly List<Meter> _made = [];

        public Meter Create(MeterOptions options)
        {
            options.Scope = this;
            _made.Add(new Meter(options));
            return _made[^1];
        }

        public void Dispose() => _made.ForEach(meter => meter.Dispose());
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_measured)
        {
            _measured.Add((instrument.Name, value, tags.IsEmpty ? null : tags[0].Value));
        }
    }
}

public sealed class SqliteMetricsTests() : MetricsTests(new SqliteDatabase());

public sealed class PostgreSqlMetricsTests() : MetricsTests(new PostgreSqlDatabase());
