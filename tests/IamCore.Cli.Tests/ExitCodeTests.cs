namespace IamCore.Cli.Tests;

/// <summary>0: all went well. 1: tests failed. 2: bad input.</summary>
public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(0, "simulate", "Files/mixed.json")]
    [InlineData(0, "explain", "Files/mixed.json")]
    [InlineData(0, "test", "Files/mixed.json")]
    [InlineData(0, "--help")]
    [InlineData(0, "--version")]
    [InlineData(1, "test", "Files/failing.json")]
    [InlineData(1, "test", "Files/mixed.json", "Files/failing.json")]
    [InlineData(2, "test", "Files/broken.json")]
    [InlineData(2, "test", "Files/failing.json", "Files/broken.json")]
    [InlineData(2, "test", "Files")]
    [InlineData(2, "simulate", "Files/broken.json")]
    [InlineData(2, "explain", "Files/broken.json")]
    [InlineData(2, "simulate", "Files/none.json")]
    [InlineData(2, "test", "Files/none.json")]
    [InlineData(2, "explain", "NoFolder/none.json")]
    [InlineData(2, "simulate", "Files")]
    [InlineData(2, "simulate")]
    [InlineData(2, "simulate", "Files/mixed.json", "--format", "xml")]
    [InlineData(2, "simulate", "Files/mixed.json", "--fromat", "json")]
    [InlineData(2, "frobnicate")]
    public void The_exit_code_tells(int expected, params string[] arguments)
    {
        var run = CliRun.Of(arguments);
        Assert.Equal(expected, run.ExitCode);
        Assert.Equal(expected == 2, run.Error.Length > 0);
    }

    [Fact]
    public void No_arguments_are_bad_input() => Assert.Equal(2, CliRun.Of().ExitCode);

    [Fact]
    public void A_missing_file_is_told_in_a_line() =>
        Assert.Matches("^iamcore: .*none\\.json.*\n$", CliRun.Of("simulate", "Files/none.json").Error);

    [Fact]
    public void A_wrong_argument_is_told_with_the_way_to_help() =>
        Assert.EndsWith("Try: iamcore simulate --help\n", CliRun.Of("simulate", "--format", "xml", "x").Error, StringComparison.Ordinal);

    [Fact]
    public void Nothing_to_test_is_bad_input()
    {
        var run = CliRun.With("""{ "request": { "principal": "*", "action": "a:B", "resource": "*" } }""", "test", "-");
        Assert.Equal((2, "0 passed, 0 failed\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public void A_test_that_could_not_run_counts_as_failed() => Assert.Equal("1 passed, 2 failed", CliRun.Of("test", "Files/broken.json").LastLine);

    [Fact]
    public void Arguments_that_begin_with_an_at_sign_are_file_names() =>
        Assert.Contains("@none.json", CliRun.Of("simulate", "@none.json").Error, StringComparison.Ordinal);
}
