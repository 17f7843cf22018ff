using IamCore.Benchmarks.Workloads.Generation;

namespace IamCore.Benchmarks.Workloads;

/// <summary>Files by name, without folder: made from a seed, or read from a folder and its folder <c>big</c>.</summary>
internal sealed class WorkloadFiles
{
    private readonly SortedDictionary<string, Func<byte[]>> _files = new(StringComparer.Ordinal);

    private WorkloadFiles()
    {
    }

    public IEnumerable<string> Names => _files.Keys;

    public static WorkloadFiles FromSeed(long seed, bool large = true)
    {
        var files = new WorkloadFiles();
        foreach (var (name, content) in GeneratedFiles.Make(seed, large, scenarios: false))
        {
            files._files[Path.GetFileName(name)] = () => content;
        }

        return files;
    }

    public static WorkloadFiles FromFolder(string folder)
    {
        var files = new WorkloadFiles();
        foreach (var place in new[] { Path.Combine(folder, GeneratedFiles.Big), folder }.Where(System.IO.Directory.Exists))
        {
            foreach (var path in System.IO.Directory.EnumerateFiles(place, "*.json*"))
            {
                files._files[Path.GetFileName(path)] = () => File.ReadAllBytes(path);
            }
        }

        return files._files.Count > 0 ? files : throw new FileNotFoundException($"No workload files in {folder}");
    }

    public bool Has(string name) => _files.ContainsKey(name);

    public byte[] Read(string name) => _files[name]();

    /// <summary>The lines of a JSON Lines file that are not empty.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> ReadLines(string name)
    {
        var rest = new ReadOnlyMemory<byte>(Read(name));
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                yield return line;
            }
        }
    }
}
