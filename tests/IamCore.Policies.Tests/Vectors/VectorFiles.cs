using IamCore.Reference;

namespace IamCore.Policies.Tests.Vectors;

/// <summary>The scenario files of <c>tests/vectors</c>.</summary>
internal static class VectorFiles
{
    /// <summary>Every scenario with the file it stands in, named from <c>vectors</c> on.</summary>
    public static IReadOnlyList<(string File, ScenarioReading Reading)> All { get; } = Read();

    private static List<(string, ScenarioReading)> Read()
    {
        var folder = Folder();
        return
        [
            .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .SelectMany(file => ScenarioText.ReadFile(File.ReadAllText(file))
                    .Select(reading => (Path.GetRelativePath(folder, file).Replace('\\', '/'), reading))),
        ];
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var vectors = Path.Combine(folder.FullName, "tests", "vectors");
            if (Directory.Exists(vectors))
            {
                return vectors;
            }
        }

        throw new DirectoryNotFoundException("tests/vectors is not above the test's own folder");
    }
}
