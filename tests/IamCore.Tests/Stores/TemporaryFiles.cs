using IamCore.Stores.Json;

namespace IamCore.Tests.Stores;

/// <summary>A folder of its own for each test, gone afterwards.</summary>
internal sealed class TemporaryFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iamcore-tests-");
    private readonly List<JsonFileDirectoryStore> _stores = [];

    public string NewPath() => Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.json");

    /// <summary>A store on a new file, without polling.</summary>
    public JsonFileDirectoryStore OpenNew() => Open(NewPath());

    public JsonFileDirectoryStore Open(string path, bool readOnly = false)
    {
        var store = JsonFileDirectoryStore.Open(path, new() { PollInterval = Timeout.InfiniteTimeSpan, IsReadOnly = readOnly });
        _stores.Add(store);
        return store;
    }

    public void Dispose()
    {
        _stores.ForEach(s => s.Dispose());
        _folder.Delete(recursive: true);
    }
}
