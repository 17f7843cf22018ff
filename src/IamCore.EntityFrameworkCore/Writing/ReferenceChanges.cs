using IamCore.EntityFrameworkCore.Rows;
using IamCore.Model;
using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore.Writing;

/// <summary>Updates the stored references of changed objects.</summary>
internal static class ReferenceChanges
{
    public static async Task StageAsync(DbContext context, PendingCommit pending, CancellationToken cancellationToken)
    {
        var wanted = new Dictionary<(string, ObjectKind, Relation, string, ObjectKind), ReferenceRow>();
        foreach (var put in pending.Changes.Puts)
        {
            foreach (var reference in put.References)
            {
                var row = RowOf(put, reference);
                wanted[KeyOf(row)] = row;
            }
        }

        var ids = pending.Ids;
        var rows = await context.Set<ReferenceRow>().AsTracking()
            .Where(r => EF.Parameter(ids).Contains(r.SourceId)).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
        {
            if (wanted.Remove(KeyOf(row), out var same))
            {
                row.RequiredId = same.RequiredId;
                row.SourceScope = same.SourceScope;
                row.SourceName = same.SourceName;
            }
            else if (pending.IsChanged(new ObjectKey(row.SourceKind, OrdinalText.Decode(row.SourceId))))
            {
                context.Remove(row);
            }
        }

        context.AddRange(wanted.Values);
    }

    private static (string SourceId, ObjectKind SourceKind, Relation Relation, string TargetId, ObjectKind TargetKind) KeyOf(ReferenceRow row) =>
        (row.SourceId, row.SourceKind, row.Relation, row.TargetId, row.TargetKind);

    private static ReferenceRow RowOf(DirectoryObject source, ObjectReference reference) => new()
    {
        SourceId = OrdinalText.Encode(source.Id),
        SourceKind = source.ObjectKind,
        Relation = reference.Relation,
        TargetId = OrdinalText.Encode(reference.Target.Id),
        TargetKind = reference.Target.Kind,
        RequiredId = reference.IsWeak ? null : OrdinalText.Encode(reference.Target.Id),
        SourceScope = OrdinalText.Encode(source.Scope),
        SourceName = OrdinalText.Encode(DirectoryKeys.Fold(source.ListName)),
    };
}
