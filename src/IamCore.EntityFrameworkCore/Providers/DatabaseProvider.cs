using IamCore.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IamCore.EntityFrameworkCore.Providers;

/// <summary>The differences between the supported databases.</summary>
internal abstract class DatabaseProvider
{
    /// <summary>The folder of the schema scripts.</summary>
    public abstract string Name { get; }

    /// <summary>How many commits of this process may wait for the database at the same time; others wait in the process.</summary>
    public abstract int ConcurrentCommits { get; }

    /// <summary>Returns the provider of a context.</summary>
    /// <exception cref="NotSupportedException">The provider is neither SQLite nor PostgreSQL.</exception>
    public static DatabaseProvider Of(DbContext context) => context.Database.ProviderName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => new SqliteProvider(),
        "Npgsql.EntityFrameworkCore.PostgreSQL" => new PostgreSqlProvider(),
        var other => throw new NotSupportedException($"The directory can be stored in SQLite or PostgreSQL, but the provider is {other}"),
    };

    /// <summary>Whether all contexts share one connection, which can do one thing at a time.</summary>
    public virtual bool SharesConnection(DbContext context) => false;

    /// <summary>Whether the table of schema versions exists.</summary>
    public abstract Task<bool> HasTableAsync(DbContext context, string table, string? schema, CancellationToken cancellationToken);

    /// <summary>Prepares a change of the schema, outside the transaction.</summary>
    public virtual Task PrepareAsync(DbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Locks the schema against other processes until the transaction ends.</summary>
    public virtual Task LockSchemaAsync(DbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Further expressions for <c>RETURNING</c> besides the new revision.</summary>
    public virtual string AlsoReturned => "";

    /// <summary>Whether an exception means that the database is unavailable, rather than that the statement is wrong.</summary>
    public bool IsAway(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is RetryLimitExceededException or TimeoutException or System.Net.Sockets.SocketException or EndOfStreamException || IsAwayItself(e))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns which constraint rejected a change; none if the cause is another one.</summary>
    public abstract CommitConflict ConflictOf(Exception exception);

    /// <summary>Listens for notifications of commits; null if the database has none.</summary>
    public virtual Task? ListenAsync(DbContext context, Action heard, CancellationToken cancellationToken) => null;

    protected abstract bool IsAwayItself(Exception exception);
}
