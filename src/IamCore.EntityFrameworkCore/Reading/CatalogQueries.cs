using IamCore.EntityFrameworkCore.Rows;
using IamCore.Model;
using IamCore.Stores;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1309 // comparisons are SQL, in which every column compares ordinally

namespace IamCore.EntityFrameworkCore.Reading;

/// <summary>Single objects, and lists page by page with keyset pagination; one statement each.</summary>
internal static class CatalogQueries
{
    public static async Task<DirectoryObject?> FindAsync(DbContext context, ObjectLocator locator, CancellationToken cancellationToken)
    {
        var id = OrdinalText.Encode(locator.Key.Id ?? "");
        var kind = locator.Key.Kind;
        var objects = context.Set<ObjectRow>().AsNoTracking();
        var name = locator.UniqueKey is null ? null : OrdinalText.Encode(locator.UniqueKey);
        var found = name is null
            ? objects.Where(o => o.Id == id && o.Kind == kind)
            : context.Set<NameRow>().Where(n => n.Name == name).Join(objects, n => new { n.Id, n.Kind }, o => new { o.Id, o.Kind }, (_, o) => o);
        var row = await found.SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return row is null ? null : StoredObjects.Read(row.Kind, row.Body, row.Revision);
    }

    public static async Task<ObjectPage> ListAsync(DbContext context, ObjectQuery query, CancellationToken cancellationToken)
    {
        var page = Page(context, query);
        var rows = await context.Set<DirectoryRow>()
            .SelectMany(_ => page.DefaultIfEmpty(), (d, o) => new { Directory = d.Revision, Kind = (ObjectKind?)o!.Kind, o.FoldedName, o.Id, Revision = (long?)o.Revision, o.Body })
            .OrderBy(r => r.FoldedName).ThenBy(r => r.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var items = rows.Where(r => r.Kind is not null).Take(query.Limit).Select(r => StoredObjects.Read(r.Kind!.Value, r.Body!, r.Revision!.Value)).ToList();
        return new ObjectPage(rows[0].Directory, [.. items], rows.Count > query.Limit ? ListPosition.Of(items[^1]) : null);
    }

    public static Task<int> CountAsync(DbContext context, ObjectQuery query, CancellationToken cancellationToken) =>
        query.RefersTo is not { } reference ? Listed(context, query).CountAsync(cancellationToken)
        : query.PathPrefix is "/" or "" ? Referring(context, query.Kind, query.Scope, reference).CountAsync(cancellationToken)
        : Referring(context, query.Kind, query.Scope, reference)
            .Join(Listed(context, query), r => new { Id = r.SourceId, Kind = r.SourceKind }, o => new { o.Id, o.Kind }, (r, o) => o.Id)
            .CountAsync(cancellationToken);

    /// <summary>Counts up to the limit plus one.</summary>
    public static Task<int> CountAsync(DbContext context, CountLimit limit, CancellationToken cancellationToken) =>
        limit.RefersTo is { } reference
            ? Referring(context, limit.Kind, limit.Scope, reference).Take(limit.Maximum + 1).CountAsync(cancellationToken)
            : Listed(context, new() { Kind = limit.Kind, Scope = limit.Scope }).Take(limit.Maximum + 1).CountAsync(cancellationToken);

    private static IQueryable<ObjectRow> Page(DbContext context, ObjectQuery query)
    {
        var after = query.After;
        var name = OrdinalText.Encode(after?.FoldedName ?? "");
        var id = OrdinalText.Encode(after?.Id ?? "");
        if (query.RefersTo is not { } reference)
        {
            var listed = Listed(context, query);
            listed = after is null ? listed : listed.Where(o =>
                string.Compare(o.FoldedName, name) >= 0 && (string.Compare(o.FoldedName, name) > 0 || string.Compare(o.Id, id) > 0));
            return listed.OrderBy(o => o.FoldedName).ThenBy(o => o.Id).Take(query.Limit + 1);
        }

        var referring = Referring(context, query.Kind, query.Scope, reference);
        referring = after is null ? referring : referring.Where(r =>
            string.Compare(r.SourceName, name) >= 0 && (string.Compare(r.SourceName, name) > 0 || string.Compare(r.SourceId, id) > 0));
        return referring
            .Join(Listed(context, query), r => new { Id = r.SourceId, Kind = r.SourceKind }, o => new { o.Id, o.Kind }, (r, o) => new { r.SourceName, r.SourceId, Row = o })
            .OrderBy(r => r.SourceName).ThenBy(r => r.SourceId).Take(query.Limit + 1).Select(r => r.Row);
    }

    private static IQueryable<ObjectRow> Listed(DbContext context, ObjectQuery query)
    {
        var (kind, scope) = (query.Kind, OrdinalText.Encode(query.Scope));
        var listed = context.Set<ObjectRow>().AsNoTracking().Where(o => o.Kind == kind && o.Scope == scope);
        if (query.PathPrefix is "/" or "")
        {
            return listed;
        }

        // Databases count characters, not UTF-16 code units.
        var prefix = OrdinalText.Encode(query.PathPrefix);
        var length = Length(prefix);
        return listed.Where(o => o.Path.Substring(0, length) == prefix);
    }

    private static IQueryable<ReferenceRow> Referring(DbContext context, ObjectKind kind, string scope, ObjectReference reference)
    {
        var (relation, id, target) = (reference.Relation, OrdinalText.Encode(reference.Target.Id), reference.Target.Kind);
        var place = OrdinalText.Encode(scope);
        return context.Set<ReferenceRow>().AsNoTracking().Where(r =>
            r.TargetId == id && r.TargetKind == target && r.Relation == relation && r.SourceKind == kind && r.SourceScope == place);
    }

    private static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }
}
