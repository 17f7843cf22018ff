using System.Globalization;
using System.Security.Cryptography;

namespace IamCore.Benchmarks.Workloads.Generation;

/// <summary>
/// SHA-256 of each file for two seeds, taken from the files of the first generator, a program in JavaScript that other engines are
/// measured with. While these hold, figures of all of them are about the same questions.
/// </summary>
internal static class GeneratedFileHashes
{
    public static IReadOnlyList<FileHash> Known { get; } = [.. Read()];

    /// <summary>The files whose content differs from what is known, and those that are missing or unknown; empty when all is well.</summary>
    public static IReadOnlyList<string> Differences(long seed)
    {
        var expected = Known.Where(known => known.Seed == seed).ToDictionary(known => known.Name, known => known.Sha256);
        var differences = new List<string>();
        foreach (var (name, content) in GeneratedFiles.Make(seed, large: true, scenarios: true))
        {
            if (!expected.Remove(name, out var hash) || hash != Convert.ToHexStringLower(SHA256.HashData(content)))
            {
                differences.Add(name);
            }
        }

        return [.. differences, .. expected.Keys];
    }

    private static IEnumerable<FileHash> Read()
    {
        using var stream = typeof(GeneratedFileHashes).Assembly.GetManifestResourceStream("files.sha256")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(' ');
            yield return new(long.Parse(fields[0], CultureInfo.InvariantCulture), fields[1], fields[2]);
        }
    }
}

/// <summary>A line of <c>files.sha256</c>.</summary>
internal readonly record struct FileHash(long Seed, string Name, string Sha256);
