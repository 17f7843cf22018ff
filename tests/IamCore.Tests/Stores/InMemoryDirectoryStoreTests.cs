using IamCore.Stores;
using IamCore.Testing;

namespace IamCore.Tests.Stores;

public sealed class InMemoryDirectoryStoreCommits : StoreCommitSuite
{
    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(new InMemoryDirectoryStore());
}

public sealed class InMemoryDirectoryStoreQueries : StoreQuerySuite
{
    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(new InMemoryDirectoryStore());
}

public sealed class InMemoryDirectoryStoreLoads : StoreLoadSuite
{
    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(new InMemoryDirectoryStore());
}

public sealed class InMemoryDirectoryStoreWatches : StoreWatchSuite
{
    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(new InMemoryDirectoryStore());
}

public sealed class InMemoryDirectoryStoreConcurrency : StoreConcurrencySuite
{
    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(new InMemoryDirectoryStore());
}
