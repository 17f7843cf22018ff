using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.Stores;
using IamCore.Testing;

namespace IamCore.EntityFrameworkCore.Tests.Contract;

public sealed class SqliteFileCommits : StoreCommitSuite, IDisposable
{
    private readonly SqliteDatabase _database = new();

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}

public sealed class SqliteFileQueries : StoreQuerySuite, IDisposable
{
    private readonly SqliteDatabase _database = new();

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}

public sealed class SqliteFileLoads : StoreLoadSuite, IDisposable
{
    private readonly SqliteDatabase _database = new();

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}

public sealed class SqliteFileWatches : StoreWatchSuite, IDisposable
{
    private readonly SqliteDatabase _database = new();

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}

public sealed class SqliteFileConcurrency : StoreConcurrencySuite, IDisposable
{
    private readonly SqliteDatabase _database = new();

    /// <summary>Each waits for the database several times.</summary>
    protected override int Commits => 200;

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}
