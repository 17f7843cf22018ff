namespace IamCore.EntityFrameworkCore.Tests.Databases;

/// <summary>Makes stores that share nothing, and cleans up after them.</summary>
public abstract class TestDatabase : IDisposable
{
    /// <summary>What a busy machine answers late is not away.</summary>
    internal static readonly DatabaseStoreOptions Patient = new() { CommandTimeout = TimeSpan.FromMinutes(2), PollTimeout = TimeSpan.FromMinutes(2) };

    private readonly List<DatabaseDirectoryStore> _stores = [];

    /// <summary>A store on an empty database of its own.</summary>
    public DatabaseDirectoryStore NewStore(DatabaseStoreOptions? options = null) => Open(NewPlace(), options);

    /// <summary>A store on a database made by <see cref="NewPlace"/>.</summary>
    public DatabaseDirectoryStore Open(string place, DatabaseStoreOptions? options = null)
    {
        var store = OpenCore(place, options ?? Patient);
        _stores.Add(store);
        return store;
    }

    /// <summary>The connection string of a new empty database.</summary>
    public abstract string NewPlace();

    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract DatabaseDirectoryStore OpenCore(string place, DatabaseStoreOptions options);

    protected virtual void Dispose(bool isDisposing) => Task.WhenAll(_stores.Select(store => store.DisposeAsync().AsTask())).GetAwaiter().GetResult();
}
