using Microsoft.Data.Sqlite;

namespace IamCore.EntityFrameworkCore.Tests.Databases;

/// <summary>SQLite files in a folder that is deleted afterwards.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iamcore-sqlite-");
    private int _count;

    public override string NewPlace() => $"Data Source={Path.Combine(_folder.FullName, FormattableString.Invariant($"{Interlocked.Increment(ref _count)}.db"))}";

    protected override DatabaseDirectoryStore OpenCore(string place, DatabaseStoreOptions options) => DatabaseDirectoryStore.OpenSqlite(place, options);

    protected override void Dispose(bool isDisposing)
    {
        base.Dispose(isDisposing);
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}

/// <summary>SQLite in memory.</summary>
public sealed class MemoryDatabase : TestDatabase
{
    public override string NewPlace() => "Data Source=:memory:";

    protected override DatabaseDirectoryStore OpenCore(string place, DatabaseStoreOptions options) => DatabaseDirectoryStore.OpenSqlite(place, options);
}
