using System.Reflection;
using System.Text.RegularExpressions;

namespace IamCore.Tests.Seed;

/// <summary>Every row of the specification's <c>seed-coverage.md</c> has a test named after it.</summary>
public sealed partial class SeedCoverageTests
{
    [Fact]
    public void Each_row_has_a_test_and_each_test_a_row()
    {
        var rows = Rows();
        Assert.Equal(Enumerable.Range(1, 124).Select(Name), rows);
        var tested = Tested();
        Assert.Equal([], rows.Where(row => !tested.Contains(row)));
        Assert.Equal([], tested.Where(row => !rows.Contains(row)));
    }

    /// <summary>The rows of the specification, in its order.</summary>
    private static List<string> Rows() =>
        [.. File.ReadLines(Path.Combine(Root, "src", "IamCore", "Spec", "seed-coverage.md")).Select(line => RowLine().Match(line)).Where(m => m.Success).Select(m => Name(int.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)))];

    /// <summary>The rows that test methods are named after, anywhere under <c>tests</c>: one method can be named after several.</summary>
    private static HashSet<string> Tested()
    {
        var here = typeof(SeedCoverageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttributes().Any(a => a is FactAttribute)).Select(method => method.Name);
        var elsewhere = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(File.ReadLines).Select(line => TestMethod().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value);
        return [.. here.Concat(elsewhere).SelectMany(name => RowInName().Matches(name)).Select(m => m.Groups[1].Value)];
    }

    private static string Name(int row) => FormattableString.Invariant($"SC_{row:000}");

    private static string Root => typeof(SeedCoverageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SolutionRoot").Value!;

    [GeneratedRegex(@"^\| SC-(\d{3}) \|")]
    private static partial Regex RowLine();

    [GeneratedRegex(@"^\s+public (?:async )?(?:void|Task|ValueTask) (\w*SC_\d{3}\w*)\(")]
    private static partial Regex TestMethod();

    [GeneratedRegex(@"(?<![A-Z0-9])(SC_\d{3})(?!\d)")]
    private static partial Regex RowInName();
}
