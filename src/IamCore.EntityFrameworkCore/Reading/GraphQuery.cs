using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using IamCore.EntityFrameworkCore.Providers;
using IamCore.EntityFrameworkCore.Rows;
using IamCore.Model;
using IamCore.Stores;
using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore.Reading;

/// <summary>Loads objects and everything to which they refer with one statement: one round trip and one revision (ID-257).</summary>
internal static class GraphQuery
{
    public static async Task<DirectoryGraph> RunAsync(
        DbContext context, TableNames tables, ImmutableArray<ObjectLocator> roots, CancellationToken cancellationToken)
    {
        var arguments = new List<object>();
        var sql = Write(tables, roots, arguments);
        var rows = await context.Database.SqlQueryRaw<GraphRow>(sql, [.. arguments]).ToListAsync(cancellationToken).ConfigureAwait(false);
        var objects = new Dictionary<ObjectKey, DirectoryObject>();
        var holders = new Dictionary<string, DirectoryObject>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Kind is not null)
            {
                var o = StoredObjects.Read(Enum.Parse<ObjectKind>(row.Kind), row.Body!, row.Revision!.Value);
                objects.Add(o.Key, o);
                foreach (var name in o.UniqueKeys)
                {
                    holders[name] = o;
                }
            }
        }

        var found = ImmutableArray.CreateBuilder<DirectoryObject?>(roots.Length);
        foreach (var root in roots)
        {
            found.Add(root.UniqueKey is null ? objects.GetValueOrDefault(root.Key) : holders.GetValueOrDefault(root.UniqueKey));
        }

        return new DirectoryGraph(rows[0].DirectoryRevision, found.MoveToImmutable(), objects.Values);
    }

    private static string Write(TableNames tables, ImmutableArray<ObjectLocator> roots, List<object> arguments)
    {
        var starts = new StringBuilder();
        foreach (var root in roots)
        {
            starts.Append(starts.Length == 0 ? "" : " UNION ALL ");
            if (root.UniqueKey is null)
            {
                starts.Append(CultureInfo.InvariantCulture, $"SELECT id, kind FROM {tables.Objects} WHERE id = {Next(OrdinalText.Encode(root.Key.Id))} AND kind = {Next(root.Key.Kind.ToString())}");
            }
            else
            {
                starts.Append(CultureInfo.InvariantCulture, $"SELECT id, kind FROM {tables.Names} WHERE name = {Next(OrdinalText.Encode(root.UniqueKey))}");
            }
        }

        return $"""
            WITH RECURSIVE reached (id, kind) AS (
                SELECT id, kind FROM ({starts}) AS starts
                UNION
                SELECT r.target_id, r.target_kind FROM reached
                JOIN {tables.References} AS r ON r.source_id = reached.id AND r.source_kind = reached.kind
            )
            SELECT d.revision AS "DirectoryRevision", o.kind AS "Kind", o.revision AS "Revision", o.body AS "Body"
            FROM {tables.Directory} AS d
            LEFT JOIN (SELECT p.kind, p.revision, p.body FROM reached JOIN {tables.Objects} AS p ON p.id = reached.id AND p.kind = reached.kind) AS o ON 1 = 1
            """;

        string Next(object argument)
        {
            arguments.Add(argument);
            return string.Create(CultureInfo.InvariantCulture, $"{{{arguments.Count - 1}}}");
        }
    }

    /// <summary>An object found, or a row with only the revision if there is none.</summary>
    internal sealed class GraphRow
    {
        public long DirectoryRevision { get; init; }

        public string? Kind { get; init; }

        public long? Revision { get; init; }

        public string? Body { get; init; }
    }
}
