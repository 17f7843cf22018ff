namespace IamCore.Cli.Tests;

/// <summary>Colours and the progress line are for terminals.</summary>
public sealed class TerminalTests
{
    private const char Escape = '\e';

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)]
    public void Colours_are_for_terminals_that_want_them(bool isTerminal, bool isRefused, bool hasColour)
    {
        foreach (var command in new[] { "simulate", "explain" })
        {
            var run = Run(command, "Files/mixed.json", c => With(c, isOutput: isTerminal, isRefused: isRefused));
            Assert.Equal(hasColour, run.Output.Contains(Escape, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Colours_change_nothing_but_the_colour()
    {
        var plain = CliRun.Of("explain", "Files/mixed.json").Output;
        var coloured = Run("explain", "Files/mixed.json", c => With(c, isOutput: true)).Output;
        foreach (var code in new[] { "0", "1", "2", "31", "32" })
        {
            coloured = coloured.Replace($"{Escape}[{code}m", "", StringComparison.Ordinal);
        }

        Assert.Equal(plain, coloured);
    }

    [Fact]
    public void JSON_never_has_colours() =>
        Assert.DoesNotContain(Escape, CliRun.With(Stream.Null, c => With(c, isOutput: true), "simulate", "Files/mixed.json", "--format", "jsonl").Output);

    [Theory]
    [InlineData("simulate")]
    [InlineData("explain")]
    [InlineData("test")]
    public void A_scenario_cannot_steer_the_terminal(string command)
    {
        var run = Run(command, "Files/broken.json", c => With(c, isError: true));
        Assert.DoesNotContain(Escape, run.Output + run.Error);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_long_run_counts_on_a_terminal_and_cleans_up(bool isTerminal, bool isShown)
    {
        var clock = new RunningClock();
        var run = Run("test", "Files/mixed.json", c => With(c, isError: isTerminal, clock: clock));
        Assert.Equal(isShown ? "\r2 scenarios, 2 a second\r3 scenarios, 2 a second\r4 scenarios, 2 a second\r\e[K" : "", run.Error);
        Assert.Equal("3 passed, 0 failed\n", run.Output);
    }

    [Fact]
    public void A_short_run_does_not_count() => Assert.Equal("", Run("test", "Files/mixed.json", c => With(c, isError: true)).Error);

    [Fact]
    public void Progress_does_not_garble_answers_on_the_same_terminal() =>
        Assert.Equal("", Run("simulate", "Files/mixed.json", c => With(c, isError: true, isOutput: true, clock: new RunningClock())).Error);

    private static CliRun Run(string command, string file, Func<CliConsole, CliConsole> change) => CliRun.With(Stream.Null, change, command, file);

    private static CliConsole With(CliConsole console, bool isOutput = false, bool isError = false, bool isRefused = false, TimeProvider? clock = null) => new()
    {
        Input = console.Input,
        Output = console.Output,
        Error = console.Error,
        IsOutputTerminal = isOutput,
        IsErrorTerminal = isError,
        IsColourRefused = isRefused,
        Clock = clock ?? console.Clock,
    };

    /// <summary>Half a second passes whenever one looks.</summary>
    private sealed class RunningClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 2;

        public override long GetTimestamp() => _now++;
    }
}
