using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using IamCore.Cli.Measuring;
using IamCore.Policies;
using IamCore.Scenarios;

namespace IamCore.Cli.Commands;

/// <summary><c>iamcore bench</c>: what one's own scenarios cost.</summary>
internal sealed class BenchCommand : ToolCommand
{
    private readonly CliConsole _console;
    private readonly Argument<string[]> _files = ScenarioInputs.FilesOrInput();
    private readonly Option<string> _format = new("--format")
    {
        Description = "text for people, json for programs",
        DefaultValueFactory = _ => "text",
    };

    public BenchCommand(CliConsole console)
        : base("bench", "Measures what answering the scenarios costs")
    {
        _console = console;
        Add(_files);
        Add(_format.AcceptOnlyFromAmong("text", "json"));
        SetAction(Run);
    }

    public override string Teaching => """
        Examples:
          iamcore bench policies.json
          iamcore bench a.json b.jsonl --format json

        Times are of one scenario, on average over all of them. A host reads and compiles a policy once and decides many times,
        so "decide" is what its requests pay. Scenarios with the same policies share what was compiled.

        read       the scenario's text: its request and its policy documents
        compile    its documents, into the index that decisions use
        decide     one decision
        floor      the look-ups that no decision can do without: the action and the principal, each in a frozen dictionary, and
                   whether a resource starts with a prefix; measured in turn with the decisions

        Scenarios with an answer expected are checked first; nothing is measured while one comes out otherwise.

        Exit status: 0 measured, 1 some answers are not as expected, 2 bad input.
        """;

    private int Run(ParseResult arguments)
    {
        var inputs = arguments.GetRequiredValue(_files).Select(ReadInput).ToArray();
        var scenarios = new List<Scenario>();
        var faults = 0;
        foreach (var scenario in ReadAll(inputs))
        {
            if (scenario.Fault is { } fault)
            {
                faults++;
                _console.WriteError(ScenarioInputs.Describe(scenario, fault));
                continue;
            }

            scenarios.Add(scenario);
        }

        if (scenarios.Count == 0)
        {
            _console.WriteError("iamcore: no scenario to measure");
            return ExitCode.BadInput;
        }

        var results = scenarios.Select(scenario => ScenarioRunner.Run(scenario, _console.Clock)).ToArray();
        if (Array.FindAll(results, result => !result.IsAsExpected) is { Length: > 0 } wrong)
        {
            _console.WriteError(FormattableString.Invariant(
                $"iamcore: {wrong.Length} of {results.Length} answers are not as expected, the first of {wrong[0].Scenario}; iamcore test tells why"));
            return ExitCode.Failure;
        }

        var costs = ScenarioCosts.Measure(scenarios, () => ReadAll(inputs).Count(scenario => scenario.Fault is null), _console.Clock.GetUtcNow());
        if (arguments.GetRequiredValue(_format) == "json")
        {
            WriteJson(scenarios.Count, costs);
        }
        else
        {
            WriteText(results, costs);
        }

        return faults == 0 ? ExitCode.Success : ExitCode.BadInput;
    }

    private static IEnumerable<Scenario> ReadAll((string Name, byte[] Text)[] inputs) =>
        inputs.SelectMany(input => ScenarioFile.Read(new MemoryStream(input.Text, writable: false), input.Name));

    private (string Name, byte[] Text) ReadInput(string file)
    {
        if (file != "-")
        {
            return (file, File.ReadAllBytes(file));
        }

        using var text = new MemoryStream();
        _console.Input.CopyTo(text);
        return ("standard input", text.ToArray());
    }

    private void WriteText(ScenarioResult[] results, ScenarioCosts costs)
    {
        var output = _console.Output;
        var decisions = results.CountBy(result => result.Explanation!.Decision.Decision).ToDictionary();
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Length} scenario{(results.Length == 1 ? "" : "s")}: {Count(Decision.Allow)} allowed, {Count(Decision.ExplicitDeny)} denied by a statement, {Count(Decision.ImplicitDeny)} not allowed\n\n"));
        output.Write($"{"",-10}{"ns",12}{"bytes",12}{"share",8}\n");
        WriteRow(costs.Read, costs.ShareOf(costs.Read));
        WriteRow(costs.Compile, costs.ShareOf(costs.Compile));
        WriteRow(costs.Decide, costs.ShareOf(costs.Decide));
        WriteRow(costs.Floor, null);
        output.Write(string.Create(CultureInfo.InvariantCulture, $"\nA decision costs {costs.FloorRatio:0.0} times the floor.\n"));

        int Count(Decision decision) => decisions.GetValueOrDefault(decision);
        void WriteRow(Measurement phase, double? share) => output.Write(FormattableString.Invariant(
            $"{phase.Name,-10}{phase.Nanoseconds,12:#,0}{phase.BytesPerOperation,12:#,0}{share,8:0.0 %}").TrimEnd() + "\n");
    }

    private void WriteJson(int count, ScenarioCosts costs)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("scenarios", count);
            Write(costs.Read, costs.ShareOf(costs.Read));
            Write(costs.Compile, costs.ShareOf(costs.Compile));
            Write(costs.Decide, costs.ShareOf(costs.Decide));
            Write(costs.Floor, null);
            writer.WriteNumber("floorRatio", Math.Round(costs.FloorRatio, 3));
            writer.WriteEndObject();

            void Write(Measurement phase, double? share)
            {
                writer.WriteStartObject(phase.Name);
                writer.WriteNumber("ns", Math.Round(phase.Nanoseconds, 1));
                writer.WriteNumber("alloc", Math.Round(phase.BytesPerOperation, 1));
                if (share is { } part)
                {
                    writer.WriteNumber("share", Math.Round(part, 4));
                }

                writer.WriteEndObject();
            }
        }

        _console.Output.Write(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        _console.Output.Write('\n');
    }
}
