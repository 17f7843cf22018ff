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
    public void The_README_shows_lines_that_compile()
    {
        var sample = File.ReadAllLines(Path.Combine(CliRun.SolutionRoot, "samples", "Embedded", "Quickstart.cs"))
            .SkipWhile(l => !l.Contains("README begins", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(l => !l.Contains("README ends", StringComparison.Ordinal))
            .Select(l => l.Length > 8 ? l[8..] : "");
        var readme = File.ReadAllText(Path.Combine(CliRun.SolutionRoot, "README.md")).ReplaceLineEndings("\n");
        Assert.Contains(string.Join('\n', sample), readme, StringComparison.Ordinal);
    }
}
