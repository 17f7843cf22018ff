using System.Collections.Concurrent;

namespace IamCore.Administration;

/// <summary>Holds reports about last-accessed data until the process ends or newer ones displace them (ID-267).</summary>
internal sealed class AccessJobs
{
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<string, AccessJob> _jobs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public void Add(string id, AccessJob job)
    {
        _jobs[id] = job;
        _order.Enqueue(id);
        while (_jobs.Count > Capacity && _order.TryDequeue(out var oldest))
        {
            _jobs.TryRemove(oldest, out _);
        }
    }

    public AccessJob? Find(string id) => _jobs.GetValueOrDefault(id);
}
