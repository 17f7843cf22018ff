using System.Diagnostics.Metrics;

namespace IamCore.Tests.Isolation;

/// <summary>Makes the meters of one test: each is scoped to it, as those of a container's factory are.</summary>
internal sealed class TestMeterFactory : IMeterFactory
{
    private readonly List<Meter> _made = [];

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        var meter = new Meter(options);
        lock (_made)
        {
            _made.Add(meter);
        }

        return meter;
    }

    public void Dispose() => _made.ForEach(meter => meter.Dispose());
}
