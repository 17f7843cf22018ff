using IamCore.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore.Providers;

/// <summary>SQLite: one file on one machine; readers never wait, writers are serialized.</summary>
internal sealed class SqliteProvider : DatabaseProvider
{
    // Result codes of SQLite.
    private const int Busy = 5;
    private const int Locked = 6;
    private const int InputOutputError = 10;
    private const int CannotOpen = 14;
    private const int ForeignKeyFailed = 787;
    private const int PrimaryKeyFailed = 1555;
    private const int UniqueFailed = 2067;

    public override string Name => "sqlite";

    public override int ConcurrentCommits => 1;

    public static bool IsBusy(Exception exception) => exception is SqliteException { SqliteErrorCode: Busy or Locked };

    public static bool IsInMemory(string? connectionString)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString);
        return parts.Mode == SqliteOpenMode.Memory || parts.DataSource is "" or ":memory:"
            || parts.DataSource.Contains("mode=memory", StringComparison.OrdinalIgnoreCase)
            || parts.DataSource.Contains("vfs=memdb", StringComparison.OrdinalIgnoreCase);
    }

    public override bool SharesConnection(DbContext context) => IsInMemory(context.Database.GetConnectionString());

    public override async Task<bool> HasTableAsync(DbContext context, string table, string? schema, CancellationToken cancellationToken) =>
        (await context.Database.SqlQuery<int>($"""SELECT count(*) AS "Value" FROM sqlite_master WHERE type = 'table' AND name = {table}""")
            .ToListAsync(cancellationToken).ConfigureAwait(false))[0] > 0;

    /// <summary>Enables write-ahead logging, with which readers never wait for a writer; the setting is stored in the file.</summary>
    public override Task PrepareAsync(DbContext context, CancellationToken cancellationToken) =>
        SharesConnection(context) ? Task.CompletedTask : context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);

    public override CommitConflict ConflictOf(Exception exception) => exception switch
    {
        SqliteException { SqliteExtendedErrorCode: UniqueFailed or PrimaryKeyFailed } => CommitConflict.UniqueKey,
        SqliteException { SqliteExtendedErrorCode: ForeignKeyFailed } => CommitConflict.Reference,
        _ => CommitConflict.None,
    };

    protected override bool IsAwayItself(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: Busy or Locked or InputOutputError or CannotOpen };
}
