using System.Reflection;
using PublicApiGenerator;

namespace IamCore.PublicApi.Tests;

/// <summary>
/// One approved listing a package, in <c>Approved</c>. A change to what users see shows as a difference here; accept it on purpose with
/// <c>IAMCORE_ACCEPT=1 dotnet test tests/IamCore.PublicApi.Tests</c> and read the listing's diff as a user would.
/// </summary>
public sealed class PublicListingTests
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false, ExcludeAttributes = ["Xunit.FactAttribute", "Xunit.TheoryAttribute"] };

    public static TheoryData<string> Packages() =>
        [.. ProjectFiles.Packages().Where(p => p != "IamCore.Cli").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Listing_is_the_approved_one(string package)
    {
        var actual = Assembly.Load(package).GeneratePublicApi(Options).ReplaceLineEndings("\n") + "\n";
        var path = Path.Combine(ProjectFiles.Root, "tests", "IamCore.PublicApi.Tests", "Approved", $"{package}.txt");
        if (Environment.GetEnvironmentVariable("IAMCORE_ACCEPT") == "1")
        {
            File.WriteAllText(path, actual);
        }

        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(
            approved == actual,
            $"The public listing of {package} changed. Accept with IAMCORE_ACCEPT=1.\n{Lines("- ", approved, actual)}{Lines("+ ", actual, approved)}");
    }

    [Fact]
    public void Every_library_has_a_listing()
    {
        var approved = Directory.GetFiles(Path.Combine(ProjectFiles.Root, "tests", "IamCore.PublicApi.Tests", "Approved"), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!);
        Assert.Equal(ProjectFiles.Packages().Where(p => p != "IamCore.Cli").Order(StringComparer.Ordinal), approved.Order(StringComparer.Ordinal));
    }

    /// <summary>The lines of one listing that the other does not have.</summary>
    private static string Lines(string mark, string listing, string other) =>
        string.Concat(listing.Split('\n').Except(other.Split('\n')).Select(line => $"{mark}{line.Trim()}\n"));
}
