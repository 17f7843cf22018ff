using IamCore.EntityFrameworkCore.Rows;
using IamCore.Model;
using IamCore.Stores;
using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore.Reading;

/// <summary>Reads the change log in portions; one statement each.</summary>
internal static class ChangeLogQuery
{
    private const int MaxRevisions = 256;

    /// <summary>Reads the next commits after a revision, in order.</summary>
    /// <exception cref="RevisionCompactedException">The log begins after that revision.</exception>
    public static async Task<(IReadOnlyList<Commit> Commits, long Revision)> RunAsync(DbContext context, long afterRevision, CancellationToken cancellationToken)
    {
        var last = afterRevision + MaxRevisions;
        var changes = context.Set<ChangeRow>().AsNoTracking().Where(c => c.Revision > afterRevision && c.Revision <= last);
        var rows = await context.Set<DirectoryRow>()
            .SelectMany(
                _ => changes.DefaultIfEmpty(),
                (d, c) => new { Directory = d.Revision, d.WatchableAfter, Revision = (long?)c!.Revision, c.Id, Kind = (ObjectKind?)c.Kind, Type = (ChangeType?)c.Type })
            .OrderBy(r => r.Revision)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        if (rows[0].WatchableAfter > afterRevision)
        {
            throw new RevisionCompactedException(afterRevision, rows[0].WatchableAfter);
        }

        var commits = rows.Where(r => r.Revision is not null).GroupBy(r => r.Revision!.Value)
            .Select(g => new Commit(g.Key, [.. g.Select(r => new ObjectChange(new ObjectKey(r.Kind!.Value, OrdinalText.Decode(r.Id)), r.Type!.Value))]));
        return ([.. commits], rows[0].Directory);
    }
}
