using System.Reflection;
using System.Xml.Linq;

namespace IamCore.PublicApi.Tests;

/// <summary>The project files of this repository.</summary>
internal static class ProjectFiles
{
    public static string Root { get; } =
        typeof(ProjectFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SolutionRoot").Value!;

    /// <summary>Names of the projects in <c>src</c>, each a package.</summary>
    public static IReadOnlyList<string> Packages() =>
        [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    /// <summary>Names of the projects that a package refers to.</summary>
    public static IReadOnlyList<string> ProjectsOf(string package) =>
        [.. References(package, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))!).Order(StringComparer.Ordinal)];

    /// <summary>Names of the packages that users of a package get with it; those for building alone (<c>PrivateAssets="all"</c>) left out.</summary>
    public static IReadOnlyList<string> RuntimePackagesOf(string package) =>
        [.. References(package, "PackageReference").Order(StringComparer.Ordinal)];

    /// <summary>Names of the projects that a package depends on in exactly its own version (<c>ExactVersion="true"</c>).</summary>
    public static IReadOnlyList<string> ExactProjectsOf(string package) =>
        [.. Elements(package, "ProjectReference").Where(r => r.Attribute("ExactVersion")?.Value == "true").Select(Include)
            .Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))!).Order(StringComparer.Ordinal)];

    /// <summary>Names of the assemblies that see a package's internals.</summary>
    public static IReadOnlyList<string> FriendsOf(string package) =>
        [.. Elements(package, "InternalsVisibleTo").Select(Include).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> References(string package, string element) =>
        Elements(package, element)
            .Where(r => r.Attribute("PrivateAssets")?.Value != "all")
            .Select(Include);

    private static IEnumerable<XElement> Elements(string package, string element) =>
        XDocument.Load(Path.Combine(Root, "src", package, $"{package}.csproj")).Descendants(element);

    private static string Include(XElement element) => element.Attribute("Include")!.Value;
}
