using System.Diagnostics.Metrics;

namespace IamCore.Tests.Isolation;

/// <summary>
/// Listens to what the meters of one factory measure. Meters have one listener list a process: one that went by the name alone would hear the authorizers of
/// every other test, and would make theirs measure.
/// </summary>
internal sealed class MetricReader : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<Measurement> _measured = [];

    public MetricReader(IMeterFactory factory, string meter = "IamCore")
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory) && instrument.Meter.Name == meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<Measurement> Measured
    {
        get
        {
            lock (_lock)
            {
                return [.. _measured];
            }
        }
    }

    /// <summary>What the gauge of that name says now; there must be one.</summary>
    public double Observe(string name)
    {
        var before = Measured.Count;
        _listener.RecordObservableInstruments();
        return Assert.Single(Measured.Skip(before), m => m.Name == name).Value;
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Join(",", tags.ToArray().Select(t => $"{t.Key}={t.Value}"));
        lock (_lock)
        {
            _measured.Add(new(instrument.Name, value, text));
        }
    }
}
