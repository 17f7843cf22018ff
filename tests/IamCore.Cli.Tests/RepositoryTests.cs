namespace IamCore.Cli.Tests;

/// <summary>The scenario files of this repository, through the command that users run.</summary>
public sealed class RepositoryTests
{
    /// <summary>Scenarios that the specification comes with.</summary>
    private const int SpecificationVectors = 702;

    [Fact]
    public void Every_vector_passes()
    {
        var run = CliRun.Of("test", Path.Combine(CliRun.SolutionRoot, "tests", "vectors"));
        Assert.Equal("", run.Error);
        Assert.EndsWith(" passed, 0 failed", run.LastLine, StringComparison.Ordinal);
        Assert.Equal(run.LastLine + "\n", run.Output);
        Assert.Equal(0, run.ExitCode);
        var passed = int.Parse(run.LastLine.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(passed >= SpecificationVectors, run.LastLine);
    }

    [Fact]
    public void The_sample_of_policy_tests_passes()
    {
        var run = CliRun.Of("test", Path.Combine(CliRun.SolutionRoot, "samples", "PolicyTests", "policies"));
        Assert.Equal((0, "", "3 passed, 0 failed\n"), (run.ExitCode, run.Error, run.Output));
    }

    [Fact]
    public void The_sample_of_a_document_service_has_a_catalog_that_finds_no_fault_with_its_policies()
    {
        var folder = Path.Combine(CliRun.SolutionRoot, "samples", "Embedded");
        var run = CliRun.Of("validate", Path.Combine(folder, "directory.json"), "--catalog", Path.Combine(folder, "docs.catalog.json"), "--closed", "--fail-on", "suggestion");
        Assert.Equal((0, "", "1 file, 0 errors, 0 security warnings, 0 warnings, 0 suggestions\n"), (run.ExitCode, run.Error, run.Output));
    }

    [Fact]
    public void The_constants_of_the_sample_are_those_of_its_catalog()
    {
        var folder = Path.Combine(CliRun.SolutionRoot, "samples", "Embedded");
        var run = CliRun.Of("catalog", "constants", Path.Combine(folder, "docs.catalog.json"), "--namespace", "Embedded");
        Assert.Equal(File.ReadAllText(Path.Combine(folder, "DocsActions.cs")).ReplaceLineEndings("\n"), run.Output);
    }

    [Fact]
    public void What_the_README_shows_in_CSharp_is_what_the_samples_compile()
    {
        var samples = Directory.EnumerateFiles(Path.Combine(CliRun.SolutionRoot, "samples"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => RegionsOf(File.ReadAllText(f).ReplaceLineEndings("\n"))).Append(FirstProgram()).Order(StringComparer.Ordinal);
        var shown = BlocksOf(File.ReadAllText(Path.Combine(CliRun.SolutionRoot, "README.md")).ReplaceLineEndings("\n")).Order(StringComparer.Ordinal);
        Assert.Equal(samples, shown);
    }

    /// <summary>What stands between "README begins" and "README ends", without the indentation that all of it has.</summary>
    private static IEnumerable<string> RegionsOf(string source)
    {
        foreach (var part in source.Split("// README begins").Skip(1))
        {
            var lines = part[..part.IndexOf("// README ends", StringComparison.Ordinal)].Split('\n')[1..^1];
            var indentation = lines.Where(l => l.Length > 0).Min(l => l.Length - l.TrimStart().Length);
            yield return string.Join('\n', lines.Select(l => l.Length > 0 ? l[indentation..] : ""));
        }
    }

    private static string FirstProgram()
    {
        var source = File.ReadAllText(Path.Combine(CliRun.SolutionRoot, "samples", "GettingStarted", "Program.cs")).ReplaceLineEndings("\n");
        return WithoutUsings(source.Split("#region program\n")[1].Split("\n#endregion")[0]);
    }

    private static IEnumerable<string> BlocksOf(string readme) =>
        readme.Split("\n```csharp\n").Skip(1).Select(b => WithoutUsings(b[..b.IndexOf("\n```", StringComparison.Ordinal)]));

    private static string WithoutUsings(string code) =>
        string.Join('\n', code.Split('\n').SkipWhile(l => l.Length == 0 || l.StartsWith("using ", StringComparison.Ordinal)));
}
