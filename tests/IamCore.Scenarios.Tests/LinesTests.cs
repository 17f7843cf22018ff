using System.Text;
using IamCore.Policies;
using IamCore.Scenarios.Reading;

namespace IamCore.Scenarios.Tests;

/// <summary>JSON Lines, and telling them from documents on standard input (scenario-format.md, Input).</summary>
public sealed class LinesTests
{
    private static readonly string A = Samples.Line("a");
    private static readonly string B = Samples.Line("b");
    private static readonly string C = Samples.Line("c");

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_line_ends_at_any_of_the_line_ends(string end)
    {
        var scenarios = Read(string.Join(end, A, "", B, "", C));
        Assert.Equal([("a", 1), ("b", 3), ("c", 5)], scenarios.Select(s => (s.Name!, s.Line)));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{")]
    [InlineData("\"")]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("{} {}")]
    [InlineData("{ \"name\": \"x\", \"request\": ")]
    [InlineData("{ \"name\": \"x\", \"request\": {")]
    [InlineData("{ \"name\": \"x\", \"req")]
    [InlineData("{ \"scenarios\": [] }")]
    [InlineData("\u0000")]
    public void A_bad_line_is_answered_in_place_and_the_next_ones_are_still_answered(string bad)
    {
        string[] lines = [bad, A, bad, B, bad, bad, C];
        var answers = Read(string.Join('\n', lines)).Select(s => s.Run()).ToList();
        Assert.Equal(lines.Length, answers.Count);
        foreach (var (answer, number) in answers.Select((a, i) => (a, i + 1)))
        {
            if (lines[number - 1] == bad)
            {
                Assert.Equal((ScenarioFault.InvalidScenario, number), (answer.Fault!.Code, answer.Fault.Line));
            }
            else
            {
                Assert.True(answer.Explanation!.Decision.IsAllowed);
            }
        }
    }

    [Fact]
    public void A_line_that_is_not_JSON_has_no_name() => Assert.Null(Read($"{{ \"name\": \"x\",\n{A}")[0].Name);

    [Fact]
    public void Errors_count_lines_in_the_input()
    {
        var fault = Read($"{A}\n\n{Samples.User("{}", "é")}\n{B}")[1].Fault!;
        Assert.Equal(("MissingStatement", "$.policies.identity[0]", 3), (fault.Code, fault.Path, fault.Line));
        Assert.Equal(Samples.User("{}", "é").IndexOf("{}", StringComparison.Ordinal) + 1, fault.Column);
    }

    [Theory]
    [InlineData("{0}", "a")]
    [InlineData("{0}\n", "a")]
    [InlineData("\n\n{0}\n\n", "a")]
    [InlineData("\uFEFF{0}\n{1}", "a,b")]
    [InlineData("[\n{0},\n{1}\n]", "a,b")]
    [InlineData("[{0},{1}]", "a,b")]
    [InlineData("[ {0},\n  {1} ]\n\n", "a,b")]
    [InlineData("{{\n\"scenarios\": [\n{0},\n{1}\n]\n}}", "a,b")]
    [InlineData("{{ \"scenarios\": [ {0}, {1} ] }}", "a,b")]
    [InlineData("\uFEFF[\n{0}\n]", "a")]
    [InlineData("", "")]
    public void A_stream_may_hold_a_document_as_well(string format, string names) =>
        Assert.Equal(names, string.Join(',', Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, format, A, B)).Select(s => s.Name ?? "?" + s.Fault)));

    [Fact]
    public void The_example_stretches_over_many_lines_and_is_one_scenario() =>
        Assert.True(Assert.Single(Read(Samples.Example)).Run().IsAsExpected);

    [Fact]
    public void A_document_that_breaks_off_is_one_error()
    {
        var fault = Assert.Single(Read(Samples.Example[..^1] + "]")).Fault!;
        Assert.Equal(ScenarioFault.InvalidScenario, fault.Code);
        Assert.Equal(Samples.Example.Count(c => c == '\n') + 1, fault.Line);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void It_makes_no_difference_in_which_pieces_the_input_comes(int size)
    {
        var text = $"\uFEFF{A}\r\n\r\nbad\r{B}\n{{ \"name\": \n{C}";
        using var stream = new Pieces(Encoding.UTF8.GetBytes(text), size);
        Assert.Equal(
            ["a@1", "?@3", "b@4", "?@5", "c@6"],
            ScenarioFile.Read(stream).Select(s => $"{s.Name ?? "?"}@{s.Line}"));
    }

    [Fact]
    public void An_answer_needs_no_more_input_than_its_own_line()
    {
        using var stream = new Pieces(Encoding.UTF8.GetBytes(A + "\n"), 100_000, neverEnds: true);
        Assert.Equal("a", ScenarioFile.Read(stream).First().Name);
    }

    /// <summary>Policies that stand word for word in several lines are read once; a difference in one character, in how they are read, or
    /// an error is never shared.</summary>
    [Fact]
    public void Lines_with_the_same_policies_keep_their_own_places_errors_and_types()
    {
        const string Policies = """ "policies": { "identity": [ { "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } } ], "resource": [ { "Statement": { "Effect": "Allow", "Principal": "*", "Action": "*" } } ] } """;
        static string Ask(string action, string policies, string name = "") =>
            $$"""{ "name": "{{name}}", "request": { "principal": "arn:aws:iam::111122223333:user/a", "action": "{{action}}", "resource": "arn:aws:iam::111122223333:role/app" }, {{policies}} }""";
        var broken = Policies.Replace("Allow", "allow", StringComparison.Ordinal);
        string[] lines = [Ask("a:B", Policies), Ask("a:B", Policies, "longer"), Ask("sts:AssumeRole", Policies), Ask("a:B", broken), Ask("a:B", broken), Ask("a:B", Policies)];
        var results = Read(string.Join('\n', lines)).Select(s => s.Run()).ToList();
        Assert.Equal([true, true, true, false, false, true], results.Select(r => r.Fault is null));
        Assert.Equal([4, 5], results.Select(r => r.Fault).OfType<ScenarioFault>().Select(f => f.Line));
        Assert.Equal(PolicyType.Trust, results[2].Scenario.Policies.Resource[0].Document.Type);
        foreach (var index in new[] { 0, 1, 5 })
        {
            var place = results[index].Scenario.PlaceOf(results[index].Explanation!.Matched[0]);
            Assert.Equal((index + 1, lines[index].IndexOf("{ \"Effect", StringComparison.Ordinal) + 1), place);
        }
    }

    [Fact]
    public void A_file_of_lines_is_known_by_its_name()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        File.WriteAllText(path, $"{A}\n{B}\n");
        try
        {
            Assert.Equal(["a", "b"], ScenarioFile.Read(path).Select(s => s.Name));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_line_without_end_is_answered_and_passed_over()
    {
        using var stream = new RepeatedInput(Encoding.UTF8.GetBytes(new string('x', 60_000)), InputBuffer.MaxLine + 10, Encoding.UTF8.GetBytes($"\n{A}\n"));
        var scenarios = ScenarioFile.ReadLines(stream).ToList();
        Assert.Equal(["The line is longer than 67108864 bytes", null], scenarios.Select(s => s.Fault?.Message));
        Assert.Equal(("a", 2), (scenarios[1].Name, scenarios[1].Line));
    }

    private static List<Scenario> Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return [.. ScenarioFile.Read(stream)];
    }

    private sealed class Pieces(byte[] bytes, int size, bool neverEnds = false) : TestInput
    {
        private int _at;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var length = Math.Min(Math.Min(size, count), bytes.Length - _at);
            Assert.False(neverEnds && length == 0, "read on");
            Array.Copy(bytes, _at, buffer, offset, length);
            _at += length;
            return length;
        }
    }
}
