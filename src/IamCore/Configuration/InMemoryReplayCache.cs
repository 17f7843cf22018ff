using System.Collections.Concurrent;

namespace IamCore.Configuration;

/// <summary>Remembers the signatures of one process.</summary>
public sealed class InMemoryReplayCache(TimeProvider? time = null) : IReplayCache
{
    /// <summary>After how many new signatures those that are no longer good are dropped.</summary>
    private const int SweepEvery = 1024;

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private int _added;

    /// <summary>Signatures remembered.</summary>
    public int Count => _seen.Count;

    /// <inheritdoc />
    public ValueTask<bool> TryAddAsync(string signature, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var isNew = _seen.TryAdd(signature, until);
        if (isNew && Interlocked.Increment(ref _added) % SweepEvery == 0)
        {
            var now = _time.GetUtcNow();
            foreach (var old in _seen.Where(pair => pair.Value < now))
            {
                _seen.TryRemove(old);
            }
        }

        return new(isNew);
    }
}
