using IamCore.EntityFrameworkCore.Rows;
using IamCore.Model;
using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore.Writing;

/// <summary>Transfers unique keys: changed objects release theirs first, then each object put claims its own.</summary>
internal static class NameChanges
{
    /// <summary>Returns a unique key that another object holds; null if all changes are staged.</summary>
    public static async Task<string?> StageAsync(DbContext context, PendingCommit pending, CancellationToken cancellationToken)
    {
        var claims = new Dictionary<string, ObjectKey>(StringComparer.Ordinal);
        foreach (var put in pending.Changes.Puts)
        {
            foreach (var name in put.UniqueKeys)
            {
                if (!claims.TryAdd(OrdinalText.Encode(name), put.Key) && claims[OrdinalText.Encode(name)] != put.Key)
                {
                    return name;
                }
            }
        }

        var (ids, names) = (pending.Ids, claims.Keys.ToList());
        var rows = await context.Set<NameRow>().AsTracking()
            .Where(n => EF.Parameter(ids).Contains(n.Id) || EF.Parameter(names).Contains(n.Name))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
        {
            var isFree = pending.IsChanged(new ObjectKey(row.Kind, OrdinalText.Decode(row.Id)));
            if (claims.Remove(row.Name, out var claimant))
            {
                if (!isFree)
                {
                    return OrdinalText.Decode(row.Name);
                }

                row.Id = OrdinalText.Encode(claimant.Id);
                row.Kind = claimant.Kind;
            }
            else if (isFree)
            {
                context.Remove(row);
            }
        }

        context.AddRange(claims.Select(claim => new NameRow { Name = claim.Key, Id = OrdinalText.Encode(claim.Value.Id), Kind = claim.Value.Kind }));
        return null;
    }
}
