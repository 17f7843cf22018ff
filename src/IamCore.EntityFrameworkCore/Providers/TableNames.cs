using System.Diagnostics.CodeAnalysis;
using IamCore.EntityFrameworkCore.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace IamCore.EntityFrameworkCore.Providers;

/// <summary>The tables of a context's model, quoted for SQL.</summary>
internal sealed class TableNames
{
    private TableNames(string? schema, ISqlGenerationHelper sql)
    {
        Schema = schema;
        Prefix = schema is null ? "" : $"{sql.DelimitIdentifier(schema)}.";
        Directory = $"{Prefix}iam_directory";
        Objects = $"{Prefix}iam_objects";
        Names = $"{Prefix}iam_names";
        References = $"{Prefix}iam_references";
        LastAccess = $"{Prefix}iam_last_access";
        Schemas = $"{Prefix}iam_schema";
    }

    /// <summary>The schema as named by the host, unquoted; null for the connection's default.</summary>
    public string? Schema { get; }

    /// <summary>The prefix of each table name.</summary>
    public string Prefix { get; }

    public string Directory { get; }

    public string Objects { get; }

    public string Names { get; }

    public string References { get; }

    public string LastAccess { get; }

    public string Schemas { get; }

    /// <summary>Formats SQL that contains table names; values must be passed as parameters.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "Reads as SQL of these tables")]
    public string Sql(FormattableString sql) => FormattableString.Invariant(sql);

    /// <exception cref="InvalidOperationException">The model lacks IamCore's tables.</exception>
    public static TableNames Of(DbContext context)
    {
        var entity = context.Model.FindEntityType(typeof(ObjectRow))
            ?? throw new InvalidOperationException($"The model of {context.GetType().Name} does not contain IamCore's tables: call AddIamCore in OnModelCreating");
        var schema = context.Database.IsSqlite() ? null : entity.GetSchema();
        return new TableNames(schema, context.GetService<ISqlGenerationHelper>());
    }
}
