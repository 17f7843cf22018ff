using System.Diagnostics.CodeAnalysis;
using IamCore.EntityFrameworkCore.Providers;
using IamCore.Stores;
using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore;

/// <summary>Access to a database: each unit of work has its own context, which is never shared or kept.</summary>
internal sealed class Database(Func<CancellationToken, Task<DbContext>> contexts, DatabaseStoreOptions options)
{
    private readonly Lock _preparing = new();
    private Task<Surroundings>? _prepared;
    private volatile bool _isEnded;

    public DatabaseStoreOptions Options => options;

    /// <summary>Detects the provider and checks or creates the tables, once; retried if it failed.</summary>
    public Task<Surroundings> PrepareAsync(CancellationToken cancellationToken)
    {
        var prepared = Volatile.Read(ref _prepared);
        if (prepared is { IsCompletedSuccessfully: true })
        {
            return prepared;
        }

        lock (_preparing)
        {
            ThrowIfEnded();
            if (_prepared is null or { IsCompleted: true, IsCompletedSuccessfully: false })
            {
                _prepared = BeginAsync();
            }

            return _prepared.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Executes a read.</summary>
    /// <exception cref="DirectoryUnavailableException">The database is not available.</exception>
    public async Task<T> ReadAsync<TState, T>(
        TState state, Func<DbContext, Surroundings, TState, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var database = await PrepareAsync(cancellationToken).ConfigureAwait(false);
        using var turn = await Turn.TakeAsync(database.Connection, cancellationToken).ConfigureAwait(false);
        ThrowIfEnded();
        using var timeout = new CancellationTokenSource(options.CommandTimeout, options.TimeProvider); // retries included
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await TranslatedAsync(database.Provider, async () =>
            {
                var context = await OpenAsync(patience.Token).ConfigureAwait(false);
                await using (context.ConfigureAwait(false))
                {
                    return await read(context, database, state, patience.Token).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DirectoryUnavailableException(
                FormattableString.Invariant($"The directory's database does not answer: no response within {options.CommandTimeout.TotalSeconds:0.#} seconds"), exception);
        }
    }

    /// <summary>Executes a write, retried on transient errors as the context's execution strategy says.</summary>
    /// <param name="state">Passed through to <paramref name="write"/>.</param>
    /// <param name="write">One attempt, on its own context, with the number of previous attempts.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <exception cref="DirectoryUnavailableException">The database is not available; whether the change was committed is
    /// unknown.</exception>
    public async Task<T> WriteAsync<TState, T>(
        TState state, Func<DbContext, Surroundings, TState, int, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        var database = await PrepareAsync(cancellationToken).ConfigureAwait(false);
        using var place = await Turn.TakeAsync(database.Writing, cancellationToken).ConfigureAwait(false);
        using var turn = await Turn.TakeAsync(database.Connection, cancellationToken).ConfigureAwait(false);
        ThrowIfEnded();
        return await TranslatedAsync(database.Provider, async () =>
        {
            var context = await OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (context.ConfigureAwait(false))
            {
                var attempts = 0;
                return await context.Database.CreateExecutionStrategy().ExecuteAsync(
                    async cancellation =>
                    {
                        var own = await OpenAsync(cancellation).ConfigureAwait(false);
                        await using (own.ConfigureAwait(false))
                        {
                            return await write(own, database, state, attempts++, cancellation).ConfigureAwait(false);
                        }
                    },
                    cancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    /// <summary>Opens a context that is kept open, for notifications only.</summary>
    public Task<DbContext> OpenAsync(CancellationToken cancellationToken) => OpenWithTimeoutAsync(cancellationToken);

    /// <summary>Returns which constraint of the database rejected a change.</summary>
    public CommitConflict ConflictOf(Exception exception) =>
        _prepared is { IsCompletedSuccessfully: true } ? _prepared.Result.Provider.ConflictOf(exception) : CommitConflict.None;

    /// <summary>Starts no further work, and closes the shared connection, if any, once it is no longer used.</summary>
    public async Task EndAsync(IDisposable? connection)
    {
        Task<Surroundings>? prepared;
        lock (_preparing)
        {
            _isEnded = true;
            prepared = _prepared;
        }

        SemaphoreSlim? gate = null;
        if (prepared is not null)
        {
            await ((Task)prepared).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            gate = prepared.IsCompletedSuccessfully ? (await prepared.ConfigureAwait(false)).Connection : null;
        }

        using var turn = await Turn.TakeAsync(gate, CancellationToken.None).ConfigureAwait(false);
        connection?.Dispose();
    }

    private void ThrowIfEnded() => ObjectDisposedException.ThrowIf(_isEnded, this);

    private async Task<Surroundings> BeginAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding); // continues outside the caller's lock
        var context = await OpenAsync(CancellationToken.None).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var provider = DatabaseProvider.Of(context);
            return await TranslatedAsync(provider, async () =>
            {
                if (options.UpgradeSchema)
                {
                    await DatabaseSchema.UpgradeAsync(context).ConfigureAwait(false);
                }
                else
                {
                    ThrowIfOther(await DatabaseSchema.GetVersionAsync(context).ConfigureAwait(false));
                }

                return new Surroundings(provider, TableNames.Of(context), provider.SharesConnection(context));
            }).ConfigureAwait(false);
        }
    }

    private static void ThrowIfOther(int version)
    {
        DatabaseSchema.ThrowIfLater(version);
        if (version < DatabaseSchema.NewestVersion)
        {
            throw new DatabaseSchemaException(FormattableString.Invariant(
                $"The database has version {version} of IamCore's tables; this library requires version {DatabaseSchema.NewestVersion}: run iamcore database upgrade"));
        }
    }

    private async Task<DbContext> OpenWithTimeoutAsync(CancellationToken cancellationToken)
    {
        var context = await contexts(cancellationToken).ConfigureAwait(false);
        context.Database.SetCommandTimeout(options.CommandTimeout);
        return context;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Thrown on, in words of the directory where the database is away")]
    private static async Task<T> TranslatedAsync<T>(DatabaseProvider provider, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (DirectoryUnavailableException or OperationCanceledException) && provider.IsAway(exception))
        {
            throw new DirectoryUnavailableException($"The directory's database does not answer: {exception.GetBaseException().Message}", exception);
        }
    }

    /// <summary>What is known about a database once it was reached.</summary>
    [SuppressMessage("Design", "CA1001", Justification = "Without wait handles semaphores hold nothing; disposed of, they would not let those go who wait")]
    internal sealed class Surroundings(DatabaseProvider provider, TableNames tables, bool sharesConnection)
    {
        public DatabaseProvider Provider => provider;

        public TableNames Tables => tables;

        /// <summary>Serializes all work if all contexts share one connection.</summary>
        public SemaphoreSlim? Connection { get; } = sharesConnection ? new SemaphoreSlim(1) : null;

        public SemaphoreSlim Writing { get; } = new(provider.ConcurrentCommits);
    }

    private readonly struct Turn(SemaphoreSlim? gate) : IDisposable
    {
        public static async ValueTask<Turn> TakeAsync(SemaphoreSlim? gate, CancellationToken cancellationToken)
        {
            if (gate is not null)
            {
                await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            return new Turn(gate);
        }

        public void Dispose() => gate?.Release();
    }
}
