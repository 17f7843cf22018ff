using System.Text.RegularExpressions;

namespace IamCore.PublicApi.Tests.Rooms;

/// <summary>The C# files of a package.</summary>
internal static partial class SourceFiles
{
    public static IEnumerable<(string Path, string Text)> Of(string package)
    {
        var root = Path.Combine(ProjectFiles.Root, "src", package);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(Path.Combine(root, file))));
    }

    /// <summary>The namespace that a file declares; null if it declares none.</summary>
    public static string? NamespaceOf(string text) => Namespace().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>How many types a file declares at its top level.</summary>
    public static int TypesIn(string text) => TopLevelType().Count(text);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|readonly|partial|ref|unsafe) )*(?:class|struct|interface|enum|record|delegate) ", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
