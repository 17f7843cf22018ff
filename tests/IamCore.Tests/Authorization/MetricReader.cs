using System.Diagnostics.Metrics;

namespace IamCore.Tests.Authorization;

/// <summary>Listens to the meters named IamCore.</summary>
internal sealed class MetricReader : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<(string Name, double Value, string Tags)> _measured = [];

    public MetricReader()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "IamCore")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<(string Name, double Value, string Tags)> Measured
    {
        get
        {
            lock (_lock)
            {
                return [.. _measured];
            }
        }
    }

    /// <summary>The highest of what the gauges of that name say now.</summary>
    public double Observe(string name)
    {
        lock (_lock)
        {
            _measured.Clear();
        }

        _listener.RecordObservableInstruments();
        return Measured.Where(m => m.Name == name).Max(m => m.Value);
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Join(",", tags.ToArray().Select(t => $"{t.Key}={t.Value}"));
        lock (_lock)
        {
            _measured.Add((instrument.Name, value, text));
        }
    }
}
