using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.Stores;
using IamCore.Testing;

namespace IamCore.EntityFrameworkCore.Tests.Contract;

public sealed class PostgreSqlCommits : StoreCommitSuite, IDisposable
{
    private readonly PostgreSqlDatabase _database = new();

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}

public sealed class PostgreSqlQueries : StoreQuerySuite, IDisposable
{
    private readonly PostgreSqlDatabase _database = new();

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}

public sealed class PostgreSqlLoads : StoreLoadSuite, IDisposable
{
    private readonly PostgreSqlDatabase _database = new();

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}

public sealed class PostgreSqlWatches : StoreWatchSuite, IDisposable
{
    private readonly PostgreSqlDatabase _database = new();

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}

public sealed class PostgreSqlConcurrency : StoreConcurrencySuite, IDisposable
{
    private readonly PostgreSqlDatabase _database = new();

    /// <summary>Each waits for the database several times.</summary>
    protected override int Commits => 200;

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}
