using System.CommandLine;
using System.Globalization;
using IamCore.Scenarios;

namespace IamCore.Cli.Commands;

/// <summary><c>iamcore simulate</c>: what is decided, for each scenario in input order.</summary>
internal sealed class SimulateCommand : ToolCommand
{
    private readonly CliConsole _console;
    private readonly Argument<string[]> _files = ScenarioInputs.FilesOrInput();
    private readonly Option<string> _format = new("--format")
    {
        Description = "text for people, json for an array, jsonl for one answer a line",
        DefaultValueFactory = _ => "text",
    };

    public SimulateCommand(CliConsole console)
        : base("simulate", "Answers each scenario with its decision")
    {
        _console = console;
        Add(_files);
        Add(_format.AcceptOnlyFromAmong("text", "json", "jsonl"));
        SetAction(Run);
    }

    public override string Teaching => """
        Examples:
          iamcore simulate request.json
          iamcore simulate a.json b.json --format json
          generate-requests | iamcore simulate - --format jsonl

        An answer as JSON:
          {"name":"…","decision":"implicitDeny","deniedBy":["permissionsBoundary"],"matched":[],"missingContext":["aws:sourceip"]}
          {"name":"…","error":{"code":"InvalidEffect","message":"…","path":"$.policies…","line":7,"column":19}}

        decision        allow, explicitDeny (a statement denies) or implicitDeny (nothing allows)
        deniedBy        the policy types that blocked
        matched         the statements that decided, policy-name#sid
        missingContext  context keys that a statement asked for and the request lacks

        Standard input is read line by line where each line is a scenario; a bad line is answered with its error and the next
        ones are still answered.

        Exit status: 0 all answered, 2 bad input.
        """;

    private int Run(ParseResult arguments)
    {
        var format = arguments.GetRequiredValue(_format);
        using IAnswerWriter writer = format switch
        {
            "json" => new JsonAnswers(_console.Output),
            "jsonl" => new JsonLinesAnswers(_console.Output),
            _ => new TextAnswers(_console),
        };
        using var progress = new ProgressLine(_console, isWanted: !_console.IsOutputTerminal);
        var (told, untold) = (0, 0);
        foreach (var scenario in ScenarioInputs.Read(arguments.GetRequiredValue(_files), _console))
        {
            var result = ScenarioRunner.Run(scenario, _console.Clock);
            progress.Tick();
            if (result.Fault is { } fault)
            {
                // Errors of standard input stand in the answers; people, and those who gave files, are told each.
                if (scenario.File is not null || format == "text")
                {
                    told++;
                    progress.Clear();
                    _console.WriteError(ScenarioInputs.Describe(scenario, fault));
                }
                else
                {
                    untold++;
                }
            }

            writer.Write(result);
        }

        if (untold > 0)
        {
            progress.Clear();
            _console.WriteError(untold == 1
                ? "iamcore: 1 scenario is in error" : string.Create(CultureInfo.InvariantCulture, $"iamcore: {untold} scenarios are in error"));
        }

        return told + untold == 0 ? ExitCode.Success : ExitCode.BadInput;
    }

    private interface IAnswerWriter : IDisposable
    {
        void Write(ScenarioResult result);
    }

    private sealed class JsonLinesAnswers(TextWriter output) : IAnswerWriter
    {
        public void Write(ScenarioResult result)
        {
            output.Write(result.ToJson());
            output.Write('\n');
        }

        public void Dispose()
        {
        }
    }

    private sealed class JsonAnswers(TextWriter output) : IAnswerWriter
    {
        private bool _hasAny;

        public void Write(ScenarioResult result)
        {
            output.Write(_hasAny ? ",\n  " : "[\n  ");
            output.Write(result.ToJson());
            _hasAny = true;
        }

        public void Dispose() => output.Write(_hasAny ? "\n]\n" : "[]\n");
    }

    private sealed class TextAnswers(CliConsole console) : IAnswerWriter
    {
        public void Write(ScenarioResult result)
        {
            if (result.Explanation is null)
            {
                return;
            }

            var text = new ReportText(console.UseColour);
            ScenarioReport.WriteHeadline(text, result);
            ScenarioReport.WriteAnswer(text, result.Explanation);
            console.Output.Write(text.ToString());
        }

        public void Dispose()
        {
        }
    }
}
