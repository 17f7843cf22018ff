using IamCore.Reference;

namespace IamCore.Policies.Tests.Vectors;

/// <summary>The scenario files of <c>tests/vectors</c>.</summary>
internal static class VectorFiles
{
    /// <summary>Every scenario with the file it stands in, named from <c>vectors</c> on.</summary>
    public static IReadOnlyList<(string File, ScenarioReading Reading)> All { get; } = Read();

    /// <summary>The root of the repository, above the test's own folder.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IamCore.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("IamCore.sln is not above the test's own folder");
    }

    private static List<(string, ScenarioReading)> Read()
    {
        var folder = Path.Combine(Root(), "tests", "vectors");
        return
        [
            .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .SelectMany(file => ScenarioText.ReadFile(File.ReadAllText(file))
                    .Select(reading => (Path.GetRelativePath(folder, file).Replace('\\', '/'), reading))),
        ];
    }
}
