using System.Runtime.CompilerServices;

namespace IamCore.Stores;

/// <summary>
/// The commits of one process as a linked list. Each follower holds its own node, so nodes that are too old and not needed by anyone are
/// garbage collected.
/// </summary>
internal sealed class ChangeFeed
{
    private readonly int _capacity;
    private readonly Lock _lock = new();
    private Node _oldest;
    private Node _newest;
    private int _count;

    /// <summary>Starts at a revision and retains the given number of commits for followers that start later.</summary>
    public ChangeFeed(long revision, int capacity)
    {
        _capacity = capacity;
        _oldest = _newest = new Node(revision, null);
    }

    public void Publish(Commit commit)
    {
        Node before;
        lock (_lock)
        {
            before = _newest;
            _newest = new Node(commit.Revision, commit);
            if (++_count > _capacity)
            {
                _oldest = _oldest.Next.Task.Result;
                _count--;
            }

            before.Next.SetResult(_newest);
        }
    }

    public async IAsyncEnumerable<Commit> FollowAsync(long afterRevision, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var node = Find(afterRevision);
        while (true)
        {
            node = await node.Next.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (node.Revision > afterRevision)
            {
                yield return node.Commit!;
            }
        }
    }

    private Node Find(long afterRevision)
    {
        lock (_lock)
        {
            if (afterRevision < _oldest.Revision)
            {
                throw new RevisionCompactedException(afterRevision, _oldest.Revision);
            }

            var node = _oldest;
            while (node.Revision < afterRevision && node != _newest)
            {
                node = node.Next.Task.Result;
            }

            return node;
        }
    }

    private sealed class Node(long revision, Commit? commit)
    {
        public long Revision { get; } = revision;

        public Commit? Commit { get; } = commit;

        public TaskCompletionSource<Node> Next { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
