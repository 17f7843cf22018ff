using IamCore.Stores;
using IamCore.Testing;

namespace IamCore.Tests.Stores;

public sealed class JsonFileDirectoryStoreCommits : StoreCommitSuite, IDisposable
{
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_files.OpenNew());
}

public sealed class JsonFileDirectoryStoreQueries : StoreQuerySuite, IDisposable
{
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_files.OpenNew());
}

public sealed class JsonFileDirectoryStoreLoads : StoreLoadSuite, IDisposable
{
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_files.OpenNew());
}

public sealed class JsonFileDirectoryStoreWatches : StoreWatchSuite, IDisposable
{
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_files.OpenNew());
}

public sealed class JsonFileDirectoryStoreConcurrency : StoreConcurrencySuite, IDisposable
{
    private readonly TemporaryFiles _files = new();

    /// <summary>Each commit waits for the disk twice.</summary>
    protected override int Commits => 1_000;

    public void Dispose() => _files.Dispose();

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(_files.OpenNew());
}
