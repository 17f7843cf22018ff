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

/// <summary>A finished report.</summary>
/// <param name="Account">The account.</param>
/// <param name="Creator">Who asked for it; null for the host's own code.</param>
/// <param name="Report">What it says.</param>
/// <param name="Entities">The uses behind it: who used what, latest first.</param>
internal sealed record AccessJob(AccountId Account, string? Creator, ServiceLastAccessedDetails Report, IReadOnlyList<(string Arn, LastAccess Access)> Entities);
