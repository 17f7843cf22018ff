using System.Text.Json;

namespace IamCore.Cli.Tests;

public sealed class BenchCommandTests
{
    private const string Reader = """
        {"name":"reads","request":{"principal":"arn:aws:iam::123456789012:user/alice","action":"docs:ReadDocument","resource":"arn:app:docs::123456789012:document/42"},
         "policies":{"identity":[{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"docs:Read*","Resource":"*"}}]},
         "expect":{"decision":"DECISION"}}
        """;

    [Fact]
    public void Tells_the_cost_of_each_phase_and_the_ratio_to_the_floor()
    {
        var (exit, output, error) = Run(Reader.Replace("DECISION", "allow", StringComparison.Ordinal), "bench", "-", "--format", "json");
        Assert.Equal((0, ""), (exit, error));
        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;
        Assert.Equal(1, root.GetProperty("scenarios").GetInt32());
        var shares = 0.0;
        foreach (var phase in new[] { "read", "compile", "decide" })
        {
            Assert.True(root.GetProperty(phase).GetProperty("ns").GetDouble() > 0);
            shares += root.GetProperty(phase).GetProperty("share").GetDouble();
        }

        Assert.InRange(shares, 0.999, 1.001);
        Assert.True(root.GetProperty("read").GetProperty("alloc").GetDouble() > 0);
        Assert.Equal(0, root.GetProperty("decide").GetProperty("alloc").GetDouble());
        Assert.True(root.GetProperty("floorRatio").GetDouble() > 0);
    }

    [Fact]
    public void Prints_a_table_for_people()
    {
        var (exit, output, _) = Run(Reader.Replace("DECISION", "allow", StringComparison.Ordinal), "bench", "-");
        Assert.Equal(0, exit);
        Assert.StartsWith("1 scenario: 1 allowed, 0 denied by a statement, 0 not allowed\n", output, StringComparison.Ordinal);
        Assert.All(["read", "compile", "decide", "floor"], phase => Assert.Contains($"\n{phase} ", output, StringComparison.Ordinal));
    }

    [Fact]
    public void Measures_nothing_while_an_answer_is_not_as_expected()
    {
        var (exit, output, error) = Run(Reader.Replace("DECISION", "implicitDeny", StringComparison.Ordinal), "bench", "-");
        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("1 of 1 answers are not as expected", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_in_error_is_told_and_is_not_measured()
    {
        var (exit, output, error) = Run("""{"request":{}}""", "bench", "-");
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("standard input:1:", error, StringComparison.Ordinal);
        Assert.Contains("no scenario to measure", error, StringComparison.Ordinal);
    }

    private static (int Exit, string Output, string Error) Run(string input, params string[] arguments)
    {
        var run = CliRun.With(input, arguments);
        return (run.ExitCode, run.Output, run.Error);
    }
}
