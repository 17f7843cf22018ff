using System.Diagnostics.Metrics;
using IamCore.Stores;

namespace IamCore.EntityFrameworkCore.Following;

/// <summary>The instruments of a database in the meter <c>IamCore</c>.</summary>
internal sealed class DatabaseTelemetry : IDisposable
{
    private const string Name = "IamCore";

    private readonly Meter _meter;
    private readonly bool _ownsMeter;
    private readonly Counter<long> _commits;
    private readonly Counter<long> _unanswered;

    public DatabaseTelemetry(IMeterFactory? meters, Func<double> age, Func<long> revision)
    {
        _ownsMeter = meters is null;
        _meter = meters?.Create(new MeterOptions(Name)) ?? new Meter(Name);
        _commits = _meter.CreateCounter<long>("iamcore.database.commits", "{commit}", "Change sets committed or refused");
        _unanswered = _meter.CreateCounter<long>("iamcore.database.unanswered", "{question}", "Failed attempts to read the revision of the database");
        _meter.CreateObservableGauge("iamcore.database.age", age, "s", "Time since the revision of the database was last read: the maximum age of data used for decisions");
        _meter.CreateObservableGauge("iamcore.database.revision", revision, "{revision}", "The newest known revision; -1 if unknown");
    }

    public void Committed(in CommitResult result) =>
        _commits.Add(1, new KeyValuePair<string, object?>("iamcore.conflict", result.IsCommitted ? null : result.Conflict.ToString()));

    public void Unanswered() => _unanswered.Add(1);

    public void Dispose()
    {
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }
}
