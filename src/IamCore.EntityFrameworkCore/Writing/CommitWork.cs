using System.Globalization;
using IamCore.EntityFrameworkCore.Reading;
using IamCore.EntityFrameworkCore.Rows;
using IamCore.Model;
using IamCore.Stores;
using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore.Writing;

/// <summary>
/// One attempt to commit a change set in one transaction. It first locks the directory's row, which serializes commits, so that whatever
/// is checked remains true
/// until the end; the constraints of the tables guard against other writers.
/// </summary>
internal sealed class CommitWork(DbContext context, Database.Surroundings database, PendingCommit pending, DatabaseStoreOptions options)
{
    /// <summary>The change log is trimmed once per this many commits.</summary>
    private const int CutInterval = 1024;

    public async Task<CommitResult> RunAsync(bool isRetry, CancellationToken cancellationToken)
    {
        context.Database.AutoSavepointsEnabled = false;
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var revision = await NextRevisionAsync(cancellationToken).ConfigureAwait(false);
            if (isRetry && await FindOwnAsync(cancellationToken).ConfigureAwait(false) is { } done)
            {
                return CommitResult.Committed(done);
            }

            var state = await StoredState.ReadAsync(context, pending.Changes, cancellationToken).ConfigureAwait(false);
            if (state.FindConflict(pending.Changes) is { } stale)
            {
                return stale;
            }

            if (pending.IsEmpty)
            {
                return CommitResult.Committed(revision - 1);
            }

            if (await StageAsync(state, revision, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                return refusal;
            }

            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            var late = await FindLostReferenceAsync(cancellationToken).ConfigureAwait(false) ?? await FindLimitAsync(cancellationToken).ConfigureAwait(false);
            if (late is { } found)
            {
                return found;
            }

            await CutLogAsync(revision, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return CommitResult.Committed(revision);
        }
    }

    private async Task<long> NextRevisionAsync(CancellationToken cancellationToken)
    {
        var sql = $"UPDATE {database.Tables.Directory} SET revision = revision + 1 WHERE id = 1 RETURNING revision AS \"Value\"{database.Provider.AlsoReturned}";
        return (await context.Database.SqlQueryRaw<long>(sql).ToListAsync(cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Returns the revision of this change set if an attempt whose answer was lost had committed it.</summary>
    private Task<long?> FindOwnAsync(CancellationToken cancellationToken) =>
        context.Set<CommitRow>().Where(c => c.Token == pending.Token).Select(c => (long?)c.Revision).SingleOrDefaultAsync(cancellationToken);

    private async Task<CommitResult?> StageAsync(StoredState state, long revision, CancellationToken cancellationToken)
    {
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        if (await NameChanges.StageAsync(context, pending, cancellationToken).ConfigureAwait(false) is { } taken)
        {
            return CommitResult.Refused(CommitConflict.UniqueKey, taken);
        }

        if (state.FindMissingTarget(pending.Changes) is { } missing)
        {
            return CommitResult.Refused(CommitConflict.Reference, missing.ToString());
        }

        await ReferenceChanges.StageAsync(context, pending, cancellationToken).ConfigureAwait(false);
        foreach (var put in pending.Changes.Puts)
        {
            var row = new ObjectRow
            {
                Id = OrdinalText.Encode(put.Id),
                Kind = put.ObjectKind,
                Scope = OrdinalText.Encode(put.Scope),
                FoldedName = OrdinalText.Encode(DirectoryKeys.Fold(put.ListName)),
                Path = OrdinalText.Encode(put.ListPath),
                Revision = revision,
                Body = StoredObjects.Write(put with { Revision = revision }),
            };
            var entry = context.Entry(row);
            entry.State = put.Revision == 0 ? EntityState.Added : EntityState.Modified;
            entry.Property(r => r.Revision).OriginalValue = put.Revision;
        }

        foreach (var delete in pending.Changes.Deletes)
        {
            var row = new ObjectRow
            {
                Id = OrdinalText.Encode(delete.Key.Id), Kind = delete.Key.Kind, Scope = "", FoldedName = "", Path = "", Revision = delete.Revision, Body = "",
            };
            context.Entry(row).State = EntityState.Deleted;
        }

        context.Add(new CommitRow { Revision = revision, Token = pending.Token, CommittedAt = options.TimeProvider.GetUtcNow().UtcDateTime });
        context.AddRange(pending.Keys.Select(key => new ChangeRow { Revision = revision, Id = OrdinalText.Encode(key.Id), Kind = key.Kind, Type = pending.TypeOf(key) }));
        context.ChangeTracker.DetectChanges();
        return null;
    }

    /// <summary>Returns an object that was deleted but is still referred to.</summary>
    private async Task<CommitResult?> FindLostReferenceAsync(CancellationToken cancellationToken)
    {
        if (pending.Changes.Deletes.Count == 0)
        {
            return null;
        }

        var ids = pending.Deleted.Select(key => OrdinalText.Encode(key.Id)).ToList();
        var kinds = pending.Deleted.Select(key => key.Kind).Distinct().ToList();
        var left = await context.Set<ReferenceRow>().AsNoTracking()
            .Where(r => EF.Parameter(ids).Contains(r.TargetId) && kinds.Contains(r.TargetKind) && r.RequiredId != null)
            .Where(r => !context.Set<ObjectRow>().Any(o => o.Id == r.TargetId && o.Kind == r.TargetKind))
            .Select(r => new { r.TargetKind, r.TargetId })
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return left is null ? null : CommitResult.Refused(CommitConflict.Reference, new ObjectKey(left.TargetKind, OrdinalText.Decode(left.TargetId)).ToString());
    }

    private async Task<CommitResult?> FindLimitAsync(CancellationToken cancellationToken)
    {
        foreach (var limit in (IEnumerable<CountLimit>)pending.Changes.Limits)
        {
            var count = await CatalogQueries.CountAsync(context, limit, cancellationToken).ConfigureAwait(false);
            if (count > limit.Maximum)
            {
                return CommitResult.Refused(
                    CommitConflict.Limit, string.Create(CultureInfo.InvariantCulture, $"{limit.Kind} of {limit.Scope}: more than {limit.Maximum}"));
            }
        }

        return null;
    }

    private async Task CutLogAsync(long revision, CancellationToken cancellationToken)
    {
        var after = revision - options.KeptCommits;
        if (revision % CutInterval != 0 || after <= 0)
        {
            return;
        }

        await context.Set<ChangeRow>().Where(c => c.Revision <= after).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<CommitRow>().Where(c => c.Revision <= after).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<DirectoryRow>().ExecuteUpdateAsync(d => d.SetProperty(r => r.WatchableAfter, after), cancellationToken).ConfigureAwait(false);
    }
}
