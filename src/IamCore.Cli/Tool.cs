using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using IamCore.Cli.Commands;
using IamCore.Cli.Commands.Directory;

namespace IamCore.Cli;

/// <summary>The tool <c>iamcore</c>: its commands, its help, its exit codes.</summary>
internal static class Tool
{
    /// <summary>The commands. A new one is a new file and a line here.</summary>
    private static ToolCommand[] CommandsFor(CliConsole console) =>
    [
        new SimulateCommand(console),
        new TestCommand(console),
        new ExplainCommand(console),
        new BenchCommand(console),
        new ValidateCommand(console),
        new CatalogCommand(console),
        new SchemaCommand(console),
        new DirectoryCommand(console),
        new DatabaseCommand(console),
    ];

    /// <summary>Runs one command line and tells how it went (<see cref="ExitCode"/>).</summary>
    public static int Run(IReadOnlyList<string> arguments, CliConsole console)
    {
        var root = RootFor(console);
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return Refuse(parsed, console);
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = console.Output,
                Error = console.Error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            console.WriteError($"iamcore: {e.Message}");
            return ExitCode.BadInput;
        }
        finally
        {
            console.Output.Flush();
        }
    }

    private static RootCommand RootFor(CliConsole console)
    {
        var root = new RootCommand(
            "Answers authorization questions with AWS IAM's semantics: policies and a request in, a decision with its reasons out.")
        {
            HelpName = "iamcore",
        };
        foreach (var command in CommandsFor(console))
        {
            root.Add(command);
        }

        if (root.Options.OfType<HelpOption>().SingleOrDefault() is { Action: HelpAction help } option)
        {
            option.Action = new TeachingHelp(help);
        }

        return root;
    }

    private static int Refuse(ParseResult parsed, CliConsole console)
    {
        foreach (var error in parsed.Errors)
        {
            console.WriteError($"iamcore: {error.Message}");
        }

        var command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        console.WriteError($"Try: iamcore{command} --help");
        return ExitCode.BadInput;
    }
}
