using System.Globalization;
using System.Reflection;
using IamCore.EntityFrameworkCore.Providers;
using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore;

/// <summary>
/// Creates and upgrades IamCore's tables with numbered scripts, each executed once. Safe if several processes do so at the same time. A
/// database with a newer
/// version than this library knows is left unchanged.
/// </summary>
/// <example>
/// <code>
/// await using var context = await contexts.CreateDbContextAsync(cancellationToken);
/// if (await DatabaseSchema.GetVersionAsync(context, cancellationToken) &lt; DatabaseSchema.NewestVersion)
/// {
///     await DatabaseSchema.UpgradeAsync(context, cancellationToken);
/// }
/// </code>
/// </example>
public static class DatabaseSchema
{
    /// <summary>The schema version that this library requires.</summary>
    public const int NewestVersion = 2;

    /// <summary>Gets the schema version of a database.</summary>
    /// <param name="context">A context of the database.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The version; 0 if the tables do not exist.</returns>
    public static async Task<int> GetVersionAsync(DbContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var tables = TableNames.Of(context);
        return await DatabaseProvider.Of(context).HasTableAsync(context, "iam_schema", tables.Schema, cancellationToken).ConfigureAwait(false)
            ? (await context.Database.SqlQueryRaw<int>(tables.Sql($"SELECT COALESCE(MAX(version), 0) AS \"Value\" FROM {tables.Schemas}"))
                .ToListAsync(cancellationToken).ConfigureAwait(false))[0]
            : 0;
    }

    /// <summary>
    /// Upgrades a database to <see cref="NewestVersion"/> in one transaction. An up-to-date database is only read, which requires no
    /// permission to change tables.
    /// </summary>
    /// <param name="context">A context of the database.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The version before the upgrade.</returns>
    /// <exception cref="DatabaseSchemaException">The database has a newer version.</exception>
    public static async Task<int> UpgradeAsync(DbContext context, CancellationToken cancellationToken = default)
    {
        var version = await GetVersionAsync(context, cancellationToken).ConfigureAwait(false);
        if (version >= NewestVersion)
        {
            ThrowIfLater(version);
            return version;
        }

        var provider = DatabaseProvider.Of(context);
        await provider.PrepareAsync(context, cancellationToken).ConfigureAwait(false);
        return await context.Database.CreateExecutionStrategy()
            .ExecuteAsync(context, static (c, cancellation) => UpgradeOnceAsync(c, cancellation), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets the SQL script that upgrades a database to <see cref="NewestVersion"/>, to be run manually.</summary>
    /// <param name="context">A context of the database, which is not accessed.</param>
    /// <param name="fromVersion">The current version of the database; 0 for an empty one.</param>
    /// <returns>The script; empty if the version is current.</returns>
    public static string GetScript(DbContext context, int fromVersion = 0)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentOutOfRangeException.ThrowIfNegative(fromVersion);
        var tables = TableNames.Of(context);
        if (fromVersion >= NewestVersion)
        {
            return "";
        }

        var scripts = new List<string> { $"BEGIN;{Environment.NewLine}" };
        if (fromVersion == 0)
        {
            scripts.Add($"{Beginning(tables)}{Environment.NewLine}");
        }

        for (var version = fromVersion + 1; version <= NewestVersion; version++)
        {
            scripts.Add(Read(DatabaseProvider.Of(context), tables, version));
            scripts.Add(FormattableString.Invariant($"INSERT INTO {tables.Schemas} (version) VALUES ({version});{Environment.NewLine}"));
        }

        return string.Join(Environment.NewLine, [.. scripts, "COMMIT;"]);
    }

    internal static void ThrowIfLater(int version)
    {
        if (version > NewestVersion)
        {
            throw new DatabaseSchemaException(FormattableString.Invariant(
                $"The database has version {version} of IamCore's tables; this library supports versions up to {NewestVersion}: use a newer library"));
        }
    }

    private static async Task<int> UpgradeOnceAsync(DbContext context, CancellationToken cancellationToken)
    {
        var (provider, tables) = (DatabaseProvider.Of(context), TableNames.Of(context));
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await provider.LockSchemaAsync(context, cancellationToken).ConfigureAwait(false);
            var before = await GetVersionAsync(context, cancellationToken).ConfigureAwait(false);
            ThrowIfLater(before);
            if (before == 0)
            {
                await ExecuteAsync(context, Beginning(tables), cancellationToken).ConfigureAwait(false);
            }

            for (var version = before + 1; version <= NewestVersion; version++)
            {
                await ExecuteAsync(context, Read(provider, tables, version), cancellationToken).ConfigureAwait(false);
                await ExecuteAsync(
                    context, FormattableString.Invariant($"INSERT INTO {tables.Schemas} (version) VALUES ({version})"), cancellationToken).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return before;
        }
    }

    private static string Beginning(TableNames tables) =>
        (tables.Schema is null ? "" : $"CREATE SCHEMA IF NOT EXISTS {tables.Prefix.TrimEnd('.')};{Environment.NewLine}")
        + $"CREATE TABLE {tables.Schemas} (version integer PRIMARY KEY, applied_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP);";

    private static string Read(DatabaseProvider provider, TableNames tables, int version)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{provider.Name}/{version:0000}");
        using var stream = typeof(DatabaseSchema).GetTypeInfo().Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("{schema}", tables.Prefix, StringComparison.Ordinal);
    }

    private static Task<int> ExecuteAsync(DbContext context, string sql, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
}
