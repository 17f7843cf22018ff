using IamCore.Model;
using IamCore.Stores;
using IamCore.Stores.Json;

namespace CustomStore;

/// <summary>A file of commits, each a record with its length in front: one cut short by a crash is not there.</summary>
internal sealed class Journal(string path) : IDisposable
{
    private readonly FileStream _file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    public IEnumerable<ChangeSet> Replay()
    {
        using var reader = new BinaryReader(_file, System.Text.Encoding.UTF8, leaveOpen: true);
        var whole = 0L;
        while (_file.Length - whole >= sizeof(int) && reader.ReadInt32() is var length && _file.Length - _file.Position >= length)
        {
            yield return Read(reader);
            whole = _file.Position;
        }

        _file.SetLength(whole);
        _file.Seek(whole, SeekOrigin.Begin);
    }

    public void Append(ChangeSet changes)
    {
        using var record = new MemoryStream();
        using var writer = new BinaryWriter(record);
        writer.Write(0);
        writer.Write(changes.Puts.Count);
        foreach (var put in changes.Puts)
        {
            var body = ObjectJson.Write(put);
            writer.Write((byte)put.ObjectKind);
            writer.Write(body.Length);
            writer.Write(body);
        }

        writer.Write(changes.Deletes.Count);
        foreach (var delete in changes.Deletes)
        {
            writer.Write((byte)delete.Key.Kind);
            writer.Write(delete.Key.Id);
        }

        writer.Seek(0, SeekOrigin.Begin);
        writer.Write((int)record.Length - sizeof(int));
        record.WriteTo(_file);
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();

    private static ChangeSet Read(BinaryReader reader)
    {
        var puts = new DirectoryObject[reader.ReadInt32()];
        for (var i = 0; i < puts.Length; i++)
        {
            puts[i] = ObjectJson.Read((ObjectKind)reader.ReadByte(), reader.ReadBytes(reader.ReadInt32()));
        }

        var deletes = new ExpectedRevision[reader.ReadInt32()];
        for (var i = 0; i < deletes.Length; i++)
        {
            deletes[i] = new(new((ObjectKind)reader.ReadByte(), reader.ReadString()), 0);
        }

        return new() { Puts = [.. puts], Deletes = [.. deletes] };
    }
}
