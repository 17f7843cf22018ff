using System.Collections.Concurrent;

namespace IamCore;

/// <summary>
/// Remembers signatures for as long as they are good, so that none is taken twice (CR-098). Without one a signed request can be sent again within its
/// window. Implementations are safe for any number of threads; hosts of several processes keep it where all of them see it.
/// </summary>
public interface IReplayCache
{
    /// <summary>Remembers a signature. False where it was there already.</summary>
    /// <param name="signature">The signature with its key id.</param>
    /// <param name="until">When it is no longer good and can be forgotten, UTC.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<bool> TryAddAsync(string signature, DateTimeOffset until, CancellationToken cancellationToken);
}

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
