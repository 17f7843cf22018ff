using System.Collections.Concurrent;

namespace IamCore.Administration;

/// <summary>Reports about last-accessed data, until the process ends or the oldest make room (ID-267).</summary>
internal sealed class AccessJobs
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, AccessJob> _jobs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public void Add(string id, AccessJob job)
    {
        _jobs[id] = job;
        _order.Enqueue(id);
        while (_jobs.Count > Most && _order.TryDequeue(out var oldest))
        {
            _jobs.TryRemove(oldest, out _);
        }
    }

    public AccessJob? Find(string id) => _jobs.GetValueOrDefault(id);
}
