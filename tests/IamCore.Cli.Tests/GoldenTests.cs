namespace IamCore.Cli.Tests;

/// <summary>What people and programs read.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("simulate.txt", 0, "simulate", "Files/mixed.json")]
    [InlineData("simulate.json", 0, "simulate", "Files/mixed.json", "--format", "json")]
    [InlineData("simulate.jsonl", 0, "simulate", "--format", "jsonl", "Files/mixed.json")]
    [InlineData("explain.txt", 0, "explain", "Files/mixed.json")]
    [InlineData("test-failures.txt", 1, "test", "Files/failing.json")]
    [InlineData("help.txt", 0, "--help")]
    [InlineData("help-simulate.txt", 0, "simulate", "--help")]
    [InlineData("help-test.txt", 0, "test", "-h")]
    [InlineData("help-explain.txt", 0, "explain", "--help")]
    [InlineData("help-bench.txt", 0, "bench", "--help")]
    [InlineData("help-database.txt", 0, "database", "--help")]
    [InlineData("help-database-upgrade.txt", 0, "database", "upgrade", "--help")]
    public void Output_is_the_approved_one(string golden, int exitCode, params string[] arguments)
    {
        var run = CliRun.Of(arguments);
        Assert.Equal("", run.Error);
        Assert.Equal(exitCode, run.ExitCode);
        Golden.AssertIs(golden, run.Output);
    }

    [Theory]
    [InlineData("broken-simulate", "simulate", "Files/broken.json")]
    [InlineData("broken-simulate-json", "simulate", "Files/broken.json", "--format", "json")]
    [InlineData("broken-explain", "explain", "Files/broken.json")]
    [InlineData("broken-test", "test", "Files/broken.json")]
    public void Errors_go_to_standard_error_and_the_others_are_answered(string golden, params string[] arguments)
    {
        var run = CliRun.Of(arguments);
        Assert.Equal(2, run.ExitCode);
        Golden.AssertIs($"{golden}.out.txt", run.Output);
        Golden.AssertIs($"{golden}.err.txt", run.Error);
    }
}
