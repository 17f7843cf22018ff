using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.Stores;
using IamCore.Testing;

namespace IamCore.EntityFrameworkCore.Tests.Contract;

public sealed class SqliteMemoryCommits : StoreCommitSuite, IDisposable
{
    private readonly MemoryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}

public sealed class SqliteMemoryQueries : StoreQuerySuite, IDisposable
{
    private readonly MemoryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}

public sealed class SqliteMemoryLoads : StoreLoadSuite, IDisposable
{
    private readonly MemoryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}

public sealed class SqliteMemoryWatches : StoreWatchSuite, IDisposable
{
    private readonly MemoryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}

public sealed class SqliteMemoryConcurrency : StoreConcurrencySuite, IDisposable
{
    private readonly MemoryDatabase _database = new();

    /// <summary>Each waits for the database several times.</summary>
    protected override int Commits => 200;

    public void Dispose() => _database.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_database.NewStore());
}
