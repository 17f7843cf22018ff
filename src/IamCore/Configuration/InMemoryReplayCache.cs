using System.Collections.Concurrent;

namespace IamCore.Configuration;

/// <summary>A replay cache for a single process. Signatures that are no longer valid are removed from time to time.</summary>
/// <param name="time">The clock; the system clock if <see langword="null"/>.</param>
/// <example>
/// <code>
/// services.AddIamCore().ConfigureDirectory(options =&gt; options with
/// {
///     Credentials = options.Credentials with { ReplayCache = new InMemoryReplayCache() },
/// });
/// </code>
/// </example>
public sealed class InMemoryReplayCache(TimeProvider? time = null) : IReplayCache
{
    /// <summary>After how many additions expired signatures are removed.</summary>
    private const int SweepEvery = 1024;

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private int _added;

    /// <summary>The number of signatures remembered.</summary>
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
