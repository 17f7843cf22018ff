using System.Reflection;

namespace IamCore.Documentation.Tests;

/// <summary>The sources of the documentation site.</summary>
internal static class Site
{
    public static string SolutionRoot { get; } =
        typeof(Site).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SolutionRoot").Value!;

    public static string Folder { get; } = Path.Combine(SolutionRoot, "src", "Documentation");

    /// <summary>The pages that are written by hand.</summary>
    public static IEnumerable<string> Pages => Directory.EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories)
        .Where(page => !Path.GetRelativePath(Folder, page).StartsWith("api", StringComparison.Ordinal)
            && !Path.GetRelativePath(Folder, page).StartsWith("_site", StringComparison.Ordinal));

    public static string Read(params ReadOnlySpan<string> path) => File.ReadAllText(Path.Combine([Folder, .. path])).ReplaceLineEndings("\n");
}
