using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IamCore.EntityFrameworkCore.Accesses;
using IamCore.EntityFrameworkCore.Following;
using IamCore.EntityFrameworkCore.Providers;
using IamCore.EntityFrameworkCore.Reading;
using IamCore.EntityFrameworkCore.Writing;
using IamCore.Model;
using IamCore.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace IamCore.EntityFrameworkCore;

/// <summary>
/// Stores the directory in a relational database: SQLite for one machine, PostgreSQL for many. Any number of processes can use the
/// database at the same time.
/// </summary>
/// <remarks>
/// Nothing but the newest revision is held in memory. Each read is one statement, each change set one transaction. Create one store per
/// database and keep it;
/// it holds no context.
/// </remarks>
/// <example>
/// <code>
/// await using var store = DatabaseDirectoryStore.OpenSqlite("Data Source=directory.db");
/// await store.StartAsync();
/// using var authorizer = new DirectoryAuthorizer(store);
/// </code>
/// </example>
public sealed class DatabaseDirectoryStore : IDirectoryStore, IDisposable, IAsyncDisposable
{
    private readonly Database _database;
    private readonly RevisionFeed _feed;
    private readonly DatabaseTelemetry _telemetry;
    private readonly IDisposable? _connection;
    private readonly Lazy<Task> _ended;

    private DatabaseDirectoryStore(Func<CancellationToken, Task<DbContext>> contexts, DatabaseStoreOptions? options, IDisposable? connection = null)
    {
        options ??= new DatabaseStoreOptions();
        options.Validate();
        _database = new Database(contexts, options);
        _feed = new RevisionFeed(_database);
        LastAccess = new LastAccessKeeping(_database, options.TimeProvider);
        _telemetry = new DatabaseTelemetry(options.Meters, () => _feed.SinceAnswer.TotalSeconds, () => _feed.Known);
        _feed.Unanswered = _telemetry.Unanswered;
        _connection = connection;
        _ended = new Lazy<Task>(EndAsync);
    }

    /// <inheritdoc />
    public long KnownRevision => _feed.Known;

    internal RevisionFeed Feed => _feed;

    /// <summary>The last-accessed data stored with the directory.</summary>
    internal LastAccessKeeping LastAccess { get; }

    /// <summary>
    /// Creates a store in the host's own database, in the tables that <see cref="IamCoreModelBuilderExtensions.AddIamCore"/> adds to the
    /// host's model.
    /// </summary>
    /// <typeparam name="TContext">The host's context.</typeparam>
    /// <param name="contexts">Creates the contexts; each is used for one unit of work and disposed.</param>
    /// <param name="options">The settings; the default settings if <see langword="null"/>.</param>
    /// <returns>The store.</returns>
    public static DatabaseDirectoryStore Create<TContext>(IDbContextFactory<TContext> contexts, DatabaseStoreOptions? options = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(contexts);
        return new(async cancellationToken => await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false), options);
    }

    /// <summary>Creates a store in a separate SQLite database.</summary>
    /// <param name="connectionString">
    /// For example <c>Data Source=directory.db</c>; a database with <c>Data Source=:memory:</c> lives as long as the store.
    /// </param>
    /// <param name="options">The settings; the default settings if <see langword="null"/>.</param>
    /// <returns>The store.</returns>
    public static DatabaseDirectoryStore OpenSqlite(string connectionString, DatabaseStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        SqliteConnection? connection = null;
        var builder = new DbContextOptionsBuilder<IamCoreDbContext>().AddInterceptors(new SqliteWaiting());
        if (SqliteProvider.IsInMemory(connectionString))
        {
            connection = new SqliteConnection(connectionString);
            connection.Open();
            builder.UseSqlite(connection, Retrying);
        }
        else
        {
            builder.UseSqlite(connectionString, Retrying);
        }

        return Open(builder, options, connection);

        static void Retrying(SqliteDbContextOptionsBuilder sqlite) => sqlite.ExecutionStrategy(dependencies => new SqliteRetries(dependencies));
    }

    /// <summary>Creates a store in a separate PostgreSQL database.</summary>
    /// <param name="connectionString">An Npgsql connection string; the tables are in the first schema of the search path.</param>
    /// <param name="options">The settings; the default settings if <see langword="null"/>.</param>
    /// <returns>The store.</returns>
    public static DatabaseDirectoryStore OpenPostgreSql(string connectionString, DatabaseStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var builder = new DbContextOptionsBuilder<IamCoreDbContext>().UseNpgsql(
            connectionString, npgsql => npgsql.ExecutionStrategy(dependencies => new PostgreSqlRetries(dependencies)));
        return Open(builder, options, null);
    }

    /// <summary>
    /// Checks the tables, creates or upgrades them if enabled, and starts to follow the database. Optional: otherwise the first use of
    /// the store does so.
    /// </summary>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <exception cref="DatabaseSchemaException">The tables have another version.</exception>
    /// <exception cref="DirectoryUnavailableException">The database is not available.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _database.PrepareAsync(cancellationToken).ConfigureAwait(false);
        _feed.Start();
        await _feed.AskAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    /// <exception cref="DirectoryUnavailableException">
    /// The database has been unavailable for longer than <see cref="DatabaseStoreOptions.OutageTolerance"/>. Until then, the last known
    /// revision is returned.
    /// </exception>
    public ValueTask<long> GetRevisionAsync(CancellationToken cancellationToken)
    {
        _feed.Start();
        return _feed.GetAsync(cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>Fails immediately while the database is known to be unavailable.</remarks>
    /// <exception cref="DirectoryUnavailableException">The database is not available.</exception>
    public async ValueTask<DirectoryGraph> LoadAsync(ImmutableArray<ObjectLocator> roots, CancellationToken cancellationToken)
    {
        _feed.Start();
        _feed.ThrowIfAway();
        var graph = await _database.ReadAsync(
            roots, static (context, database, roots, cancellation) => GraphQuery.RunAsync(context, database.Tables, roots, cancellation), cancellationToken)
            .ConfigureAwait(false);
        _feed.Advance(graph.Revision);
        return graph;
    }

    /// <inheritdoc />
    /// <exception cref="DirectoryUnavailableException">The database is not available.</exception>
    public async ValueTask<DirectoryObject?> FindAsync(ObjectLocator locator, CancellationToken cancellationToken) =>
        await _database.ReadAsync(locator, static (context, _, locator, cancellation) => CatalogQueries.FindAsync(context, locator, cancellation), cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc />
    /// <exception cref="DirectoryUnavailableException">The database is not available.</exception>
    public async ValueTask<ObjectPage> ListAsync(ObjectQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, ObjectQuery.MaxLimit);
        return await _database.ReadAsync(query, static (context, _, query, cancellation) => CatalogQueries.ListAsync(context, query, cancellation), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc />
    /// <exception cref="DirectoryUnavailableException">The database is not available.</exception>
    public async ValueTask<int> CountAsync(ObjectQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await _database.ReadAsync(query, static (context, _, query, cancellation) => CatalogQueries.CountAsync(context, query, cancellation), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc />
    /// <exception cref="DirectoryUnavailableException">The database is not available; whether the change was committed is
    /// unknown.</exception>
    public async ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var options = _database.Options;
        CommitResult result;
        try
        {
            result = await _database.WriteAsync(
                new PendingCommit(changes),
                (context, database, pending, attempts, cancellation) => new CommitWork(context, database, pending, options).RunAsync(attempts > 0, cancellation),
                cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateConcurrencyException exception)
        {
            result = CommitResult.Refused(CommitConflict.Revision, exception.Entries is [var entry, ..] ? entry.Metadata.ShortName() : "");
        }
        catch (Exception exception) when (ConflictOf(exception) is not CommitConflict.None and var conflict)
        {
            result = CommitResult.Refused(conflict, exception.GetBaseException().Message);
        }

        _telemetry.Committed(in result);
        _feed.Advance(result.Revision);
        return result;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Commit> WatchAsync(long afterRevision, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _feed.Start();
        var position = afterRevision;
        while (true)
        {
            var moved = _feed.Moved; // before reading, so that a commit made during the read is not missed
            var (commits, revision) = await _database.ReadAsync(
                position, static (context, _, after, cancellation) => ChangeLogQuery.RunAsync(context, after, cancellation), cancellationToken).ConfigureAwait(false);
            foreach (var commit in commits)
            {
                position = commit.Revision;
                _feed.Advance(position);
                yield return commit;
            }

            if (position >= revision)
            {
                await moved.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Stops following the database. Operations under way complete; further operations fail.</summary>
    public void Dispose()
    {
        _telemetry.Dispose();
        _feed.Dispose();
        _ = _ended.Value;
    }

    /// <summary>Stops following the database, and waits until it is no longer used.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _ended.Value.ConfigureAwait(false);
    }

    private async Task EndAsync()
    {
        await _feed.Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _database.EndAsync(_connection).ConfigureAwait(false);
    }

    private static DatabaseDirectoryStore Open(DbContextOptionsBuilder<IamCoreDbContext> builder, DatabaseStoreOptions? options, SqliteConnection? connection)
    {
        var contexts = new PooledDbContextFactory<IamCoreDbContext>(builder.Options);
        return new(async cancellationToken => await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false), options, connection);
    }

    private CommitConflict ConflictOf(Exception exception) => _database.ConflictOf(exception.GetBaseException());
}
