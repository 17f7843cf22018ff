using System.Collections.Concurrent;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Authorization.Snapshots;

/// <summary>
/// When each object last changed, as far as the watch has reported. One writer, any number of readers. The number of objects remembered
/// is bounded; whatever
/// was read before <see cref="_floor"/> counts as changed.
/// </summary>
internal sealed class ChangeLog
{
    private const int MaxRemembered = 1 << 16;

    private readonly ConcurrentDictionary<ObjectKey, long> _changed = new();
    private long _accountsChanged;
    private long _floor = long.MaxValue;
    private long _applied = -1;
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The revision up to which changes are known; -1 before the watch began.</summary>
    public long Applied => Volatile.Read(ref _applied);

    /// <summary>Completes at the next change of <see cref="Applied"/>.</summary>
    public Task Moved => Volatile.Read(ref _moved).Task;

    /// <summary>Forgets all changes up to a revision; the changes after it must be applied from then on.</summary>
    public void RestartAfter(long revision)
    {
        // The floor is raised before changes are forgotten, so that a concurrent reader never mistakes a forgotten change for none.
        Volatile.Write(ref _floor, revision);
        _changed.Clear();
        Advance(revision);
    }

    public void Apply(Commit commit)
    {
        foreach (var change in commit.Changes)
        {
            _changed[change.Key] = commit.Revision;
            if (change.Key.Kind == ObjectKind.Account)
            {
                Volatile.Write(ref _accountsChanged, commit.Revision);
            }
        }

        if (_changed.Count > MaxRemembered)
        {
            RestartAfter(commit.Revision);
            return;
        }

        Advance(commit.Revision);
    }

    /// <summary>
    /// Returns the revision through which none of the objects changed after <paramref name="since"/>, at least <paramref name="since"/>
    /// itself.
    /// </summary>
    public long UnchangedThrough(ObjectKey[] objects, long since)
    {
        var applied = Applied; // read before the lookups: whatever they miss is later than this
        if (applied <= since)
        {
            return since;
        }

        foreach (var key in objects)
        {
            if (_changed.TryGetValue(key, out var changed) && changed > since)
            {
                return since;
            }
        }

        return since >= Volatile.Read(ref _floor) ? applied : since; // read after the lookups: the log may just have been restarted
    }

    /// <summary>As <see cref="UnchangedThrough"/>, for the set of all accounts.</summary>
    public long AccountsUnchangedThrough(long since)
    {
        var applied = Applied;
        return applied > since && Volatile.Read(ref _accountsChanged) <= since && since >= Volatile.Read(ref _floor) ? applied : since;
    }

    private void Advance(long revision)
    {
        Volatile.Write(ref _applied, revision);
        Interlocked.Exchange(ref _moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
