using IamCore.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IamCore.EntityFrameworkCore.Providers;

/// <summary>What differs from one database to the other.</summary>
internal abstract class DatabaseProvider
{
    /// <summary>Folder of the schema's scripts.</summary>
    public abstract string Name { get; }

    /// <summary>How many commits of this process may wait for the database at once; the others wait here.</summary>
    public abstract int ConcurrentCommits { get; }

    /// <summary>The provider of a context.</summary>
    /// <exception cref="NotSupportedException">It is neither SQLite nor PostgreSQL.</exception>
    public static DatabaseProvider Of(DbContext context) => context.Database.ProviderName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => new SqliteProvider(),
        "Npgsql.EntityFrameworkCore.PostgreSQL" => new PostgreSqlProvider(),
        var other => throw new NotSupportedException($"The directory can be kept in SQLite and PostgreSQL, not with {other}"),
    };

    /// <summary>Whether all contexts share one connection, which serves one at a time.</summary>
    public virtual bool SharesConnection(DbContext context) => false;

    /// <summary>A query that tells whether the table of schema versions is there.</summary>
    public abstract Task<bool> HasTableAsync(DbContext context, string table, string? schema, CancellationToken cancellationToken);

    /// <summary>What has to be done before the schema is changed, outside of the transaction.</summary>
    public virtual Task PrepareAsync(DbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets one process at a time change the schema, until the transaction ends.</summary>
    public virtual Task LockSchemaAsync(DbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What <c>RETURNING</c> gives besides the new revision.</summary>
    public virtual string AlsoReturned => "";

    /// <summary>Whether an exception tells that the database cannot be reached or does not answer, rather than that something is wrong with the question.</summary>
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

    /// <summary>Which guard of the database itself refused a change; none where it was something else.</summary>
    public abstract CommitConflict ConflictOf(Exception exception);

    /// <summary>A hint that somebody committed; null where there are none.</summary>
    public virtual Task? ListenAsync(DbContext context, Action heard, CancellationToken cancellationToken) => null;

    protected abstract bool IsAwayItself(Exception exception);
}
