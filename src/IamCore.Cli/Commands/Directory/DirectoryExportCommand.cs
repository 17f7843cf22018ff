using System.CommandLine;
using IamCore.Cli.Directories;

namespace IamCore.Cli.Commands.Directory;

/// <summary><c>iamcore directory export</c>: an account as a file that can be applied.</summary>
internal sealed class DirectoryExportCommand : StoreCommand
{
    public DirectoryExportCommand(CliConsole console)
        : base(console, "export", "Prints an account as a file that iamcore directory apply reads", isReadOnly: true) => Add(AccountOption);

    public override string Teaching => """
        Examples:
          iamcore directory export --store iam.json >team.json

        Credentials and roles that belong to services are not part of it.

        Exit status: 0 success, 2 bad input.
        """;

    protected override int Run(ParseResult arguments, IamDirectory directory)
    {
        Console.Output.Write(DirectoryExport.Write(StateOf(arguments, directory)));
        return ExitCode.Success;
    }
}
