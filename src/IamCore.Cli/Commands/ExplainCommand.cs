using System.CommandLine;
using IamCore.Scenarios;

namespace IamCore.Cli.Commands;

/// <summary><c>iamcore explain</c>: why each decision came out as it did.</summary>
internal sealed class ExplainCommand : ToolCommand
{
    private readonly CliConsole _console;
    private readonly Argument<string[]> _files = ScenarioInputs.FilesOrInput();

    public ExplainCommand(CliConsole console)
        : base("explain", "Tells why each decision came out as it did")
    {
        _console = console;
        Add(_files);
        SetAction(Run);
    }

    public override string Teaching => """
        Examples:
          iamcore explain request.json
          iamcore explain - <request.json

        Of each statement that could have mattered it prints its place in the file and its parts: + for a part that matched,
        - for one that did not, with what the request has and what the statement asks for. Statements about other actions
        are counted.

        Exit status: 0 all explained, 2 bad input.
        """;

    private int Run(ParseResult arguments)
    {
        var hasErrors = false;
        foreach (var scenario in ScenarioInputs.Read(arguments.GetRequiredValue(_files), _console))
        {
            if (scenario.Fault is { } fault)
            {
                hasErrors = true;
                _console.WriteError(ScenarioInputs.Describe(scenario, fault));
                continue;
            }

            var result = ScenarioRunner.Run(scenario, _console.Clock);
            var text = new ReportText(_console.UseColour);
            ScenarioReport.WriteHeadline(text, result);
            ScenarioReport.WriteReasons(text, result);
            _console.Output.Write(text.Line().ToString());
        }

        return hasErrors ? ExitCode.BadInput : ExitCode.Success;
    }
}
