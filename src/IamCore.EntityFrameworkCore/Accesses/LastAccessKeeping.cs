using IamCore.EntityFrameworkCore.Rows;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore.Accesses;

/// <summary>
/// Saves and restores last-accessed data (ID-267, ID-270). If several processes recorded the same action, the latest access is kept.
/// </summary>
internal sealed class LastAccessKeeping(Database database, TimeProvider time)
{
    private const int RowsTogether = 200;

    private DateTimeOffset _savedUntil = DateTimeOffset.MinValue;

    /// <summary>Saves what was recorded since the last call; returns the number of rows.</summary>
    public async Task<int> SaveAsync(LastAccessed accessed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = _savedUntil == DateTimeOffset.MinValue ? _savedUntil : _savedUntil.AddMinutes(-1); // those being noted at that moment
        var rows = accessed.Identities.SelectMany(identity =>
            ((IEnumerable<LastAccess>)accessed.Find(identity, now)).Where(a => a.Time >= since).Select(a => RowOf(identity, a))).ToList();
        foreach (var some in rows.Chunk(RowsTogether))
        {
            await database.WriteAsync(some, static (context, database, rows, _, cancellation) => PutAsync(context, database, rows, cancellation), cancellationToken)
                .ConfigureAwait(false);
        }

        _savedUntil = now;
        return rows.Count;
    }

    /// <summary>
    /// Restores the latest accesses, up to a maximum number of rows; returns their number. Rows older than the tracking period are
    /// deleted.
    /// </summary>
    public async Task<int> RestoreAsync(LastAccessed accessed, int maxRows, CancellationToken cancellationToken)
    {
        var oldest = (time.GetUtcNow() - LastAccessed.TrackingPeriod).UtcDateTime;
        var rows = await database.ReadAsync(
            (oldest, maxRows),
            static (context, _, question, cancellation) => context.Set<LastAccessRow>().AsNoTracking()
                .Where(a => a.AccessedAt > question.oldest).OrderByDescending(a => a.AccessedAt).Take(question.maxRows).ToListAsync(cancellation),
            cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
        {
            if (ActionName.TryParse(row.Action, out var action))
            {
                accessed.Restore(
                    new ObjectKey(row.Kind, OrdinalText.Decode(row.Id)),
                    new LastAccess(action, new DateTimeOffset(DateTime.SpecifyKind(row.AccessedAt, DateTimeKind.Utc)), OrdinalText.Decode(row.Principal), row.Region));
            }
        }

        await database.WriteAsync(
            oldest, static (context, _, oldest, _, cancellation) => context.Set<LastAccessRow>().Where(a => a.AccessedAt <= oldest).ExecuteDeleteAsync(cancellation), cancellationToken)
            .ConfigureAwait(false);
        return rows.Count;
    }

    private static LastAccessRow RowOf(ObjectKey identity, LastAccess access) => new()
    {
        Id = OrdinalText.Encode(identity.Id), Kind = identity.Kind, Action = access.Action.ToString(), AccessedAt = access.Time.UtcDateTime,
        Principal = OrdinalText.Encode(access.Principal), Region = access.Region,
    };

    /// <summary>One statement per row, all in one transaction.</summary>
    private static async Task<int> PutAsync(DbContext context, Database.Surroundings database, LastAccessRow[] rows, CancellationToken cancellationToken)
    {
        var sql = $$"""
            INSERT INTO {{database.Tables.LastAccess}} AS kept (id, kind, action, accessed_at, principal, region) VALUES ({0}, {1}, {2}, {3}, {4}, {5})
            ON CONFLICT (id, kind, action) DO UPDATE SET accessed_at = excluded.accessed_at, principal = excluded.principal, region = excluded.region
            WHERE excluded.accessed_at > kept.accessed_at
            """;
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            foreach (var row in rows)
            {
                await context.Database.ExecuteSqlRawAsync(
                    sql, [row.Id, row.Kind.ToString(), row.Action, row.AccessedAt, row.Principal, row.Region!], cancellationToken).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return rows.Length;
        }
    }
}
