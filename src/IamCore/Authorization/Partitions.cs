using IamCore.Authorization.Snapshots;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Authorization;

/// <summary>The partitions to which the accounts of a directory belong (ID-070).</summary>
internal sealed class Partitions : Snapshot
{
    private const int PageSize = ObjectQuery.MaxLimit;

    private readonly string[] _names;

    private Partitions(long readAt, string[] names)
        : base(readAt, []) => _names = names;

    public static async ValueTask<Partitions> ReadAsync(IDirectoryCatalog store, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var revision = long.MaxValue;
        ListPosition? after = null;
        do
        {
            var query = new ObjectQuery { Kind = ObjectKind.Account, Scope = "", After = after, Limit = PageSize };
            var page = await store.ListAsync(query, cancellationToken).ConfigureAwait(false);
            names.UnionWith(page.Items.OfType<IamAccount>().Select(a => a.Partition));
            revision = Math.Min(revision, page.Revision);
            after = page.Next;
        }
        while (after is not null);

        return new Partitions(revision, [.. names]);
    }

    /// <summary>
    /// Whether the resource belongs to another partition than the principal's account, so that the partitions must be known (ID-070).
    /// </summary>
    public static bool IsInQuestion(PrincipalSnapshot principal, in ResourceName resource)
    {
        ref readonly var arn = ref resource.ArnRef;
        return principal.Account is not null && !arn.IsNone && !arn.Partition.SequenceEqual(principal.Principal.Partition);
    }

    /// <summary>Whether any account belongs to the partition.</summary>
    public bool Contains(ReadOnlySpan<char> partition)
    {
        foreach (var name in _names)
        {
            if (partition.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    protected override long Extend(long through, long wanted, ChangeLog log) => log.AccountsUnchangedThrough(Known);
}
