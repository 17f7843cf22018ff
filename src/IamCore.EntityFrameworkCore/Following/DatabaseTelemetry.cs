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
        _commits = _meter.CreateCounter<long>("iamcore.database.commits", "{commit}", "Change sets that were committed or refused");
        _unanswered = _meter.CreateCounter<long>("iamcore.database.unanswered", "{question}", "Times the database did not tell its revision");
        _meter.CreateObservableGauge("iamcore.database.age", age, "s", "Time since the database last told its revision: what decisions may not know of is no older");
        _meter.CreateObservableGauge("iamcore.database.revision", revision, "{revision}", "The newest revision known; -1 where none is");
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
