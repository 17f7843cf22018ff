using System.Diagnostics.CodeAnalysis;
using IamCore.Stores;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IamCore.EntityFrameworkCore.Providers;

/// <summary>PostgreSQL: any number of machines.</summary>
internal sealed class PostgreSqlProvider : DatabaseProvider
{
    /// <summary>The notification channel for commits.</summary>
    private const string Channel = "iamcore";

    /// <summary>The key of the advisory lock for schema changes; an arbitrary number.</summary>
    private const long SchemaLock = 0x4941_4D43_6F72_65;

    /// <summary>After this time without a notification, the connection is tested, so that a dead one is noticed.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public override string Name => "postgresql";

    /// <summary>More would only wait for the same row while holding connections that readers need.</summary>
    public override int ConcurrentCommits => 4;

    /// <summary>The notification is sent only if the transaction commits.</summary>
    public override string AlsoReturned => $", pg_notify('{Channel}', revision::text)";

    public override async Task<bool> HasTableAsync(DbContext context, string table, string? schema, CancellationToken cancellationToken) =>
        (await context.Database.SqlQuery<bool>($"""SELECT EXISTS (SELECT 1 FROM pg_tables WHERE tablename = {table} AND schemaname = COALESCE({schema}, current_schema())) AS "Value" """)
            .ToListAsync(cancellationToken).ConfigureAwait(false))[0];

    public override Task LockSchemaAsync(DbContext context, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SchemaLock})", cancellationToken);

    public override CommitConflict ConflictOf(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => CommitConflict.UniqueKey,
        PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } => CommitConflict.Reference,
        _ => CommitConflict.None,
    };

    public override async Task ListenAsync(DbContext context, Action heard, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        connection.Notification += (_, _) => heard();
        await ExecuteAsync(connection, $"LISTEN {Channel}", cancellationToken).ConfigureAwait(false);
        heard(); // commits made before listening began sent no notification
        while (true)
        {
            if (!await connection.WaitAsync(Silence, cancellationToken).ConfigureAwait(false))
            {
                await ExecuteAsync(connection, "SELECT 1", cancellationToken).ConfigureAwait(false);
            }
        }
    }

    protected override bool IsAwayItself(Exception exception) => exception switch
    {
        PostgresException e => e.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections || e.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or ObjectDisposedException => true, // not from the server: of the connection
        _ => false,
    };

    [SuppressMessage("Security", "CA2100", Justification = "Constants of this class")]
    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
