using System.CommandLine;
using System.Globalization;
using IamCore.Scenarios;

namespace IamCore.Cli.Commands;

/// <summary><c>iamcore test</c>: checks every scenario that says what it expects.</summary>
internal sealed class TestCommand : ToolCommand
{
    private readonly CliConsole _console;
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Scenario files and folders that hold them",
    };

    public TestCommand(CliConsole console)
        : base("test", "Checks scenarios against the answers they expect")
    {
        _console = console;
        Add(_paths);
        SetAction(Run);
    }

    public override string Teaching => """
        Examples:
          iamcore test policies                     every scenario in a folder and below
          iamcore test readers.json admins.json

        What a scenario can expect; members that are left out are not checked:
          "expect": { "decision": "explicitDeny", "deniedBy": ["identity"], "matched": ["Guard#NeedsMfa"] }
          "expect": { "error": "InvalidEffect" }    the scenario must be refused

        Of each failure it prints what was expected, what came, and the statements that mattered: + for a part that matched,
        - for one that did not. In a folder, files that hold no scenario are passed over.

        Exit status: 0 all passed, 1 some failed, 2 bad input.
        """;

    private int Run(ParseResult arguments)
    {
        using var progress = new ProgressLine(_console, isWanted: true);
        var (passed, failed, isBad) = (0, 0, false);
        foreach (var scenario in ScenarioInputs.ReadWithFolders(arguments.GetRequiredValue(_paths), _console))
        {
            progress.Tick();
            if (scenario.Fault is { } fault && scenario.Expected?.Error is null)
            {
                progress.Clear();
                isBad = true;
                failed++;
                _console.WriteError(ScenarioInputs.Describe(scenario, fault));
                continue;
            }

            if (scenario.Expected is null)
            {
                continue;
            }

            var result = ScenarioRunner.Run(scenario, _console.Clock);
            if (result.IsAsExpected)
            {
                passed++;
                continue;
            }

            progress.Clear();
            failed++;
            WriteFailure(result);
        }

        progress.Clear();
        _console.Output.Write(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed\n"));
        if (passed + failed == 0)
        {
            _console.WriteError("iamcore: no scenario says what it expects; nothing was tested");
            isBad = true;
        }

        return isBad ? ExitCode.BadInput : failed > 0 ? ExitCode.Failure : ExitCode.Success;
    }

    private void WriteFailure(ScenarioResult result)
    {
        var text = new ReportText(_console.UseColour);
        ScenarioReport.WriteFailure(text, result);
        _console.Output.Write(text.Line().ToString());
    }
}
