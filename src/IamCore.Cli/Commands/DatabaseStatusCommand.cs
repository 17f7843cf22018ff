using System.CommandLine;
using IamCore.EntityFrameworkCore;

namespace IamCore.Cli.Commands;

/// <summary><c>iamcore database status</c>: which version the tables have.</summary>
internal sealed class DatabaseStatusCommand : ToolCommand
{
    private readonly CliConsole _console;
    private readonly DatabaseTarget _database = new();

    public DatabaseStatusCommand(CliConsole console)
        : base("status", "Tells which version the tables have")
    {
        _console = console;
        _database.AddTo(this);
        SetAction(Run);
    }

    public override string Teaching => """
        Examples:
          iamcore database status --sqlite directory.db

        Exit status: 0 the tables are those of this version, 1 they are missing or older or later, 2 the database cannot be reached.
        """;

    private Task<int> Run(ParseResult arguments, CancellationToken cancellationToken) => DatabaseTarget.RunAsync(_console, async () =>
    {
        using var context = _database.Open(arguments);
        var version = await DatabaseSchema.GetVersionAsync(context, cancellationToken).ConfigureAwait(false);
        var found = version == 0 ? "no tables" : FormattableString.Invariant($"version {version}");
        await _console.Output.WriteLineAsync(FormattableString.Invariant($"database: {found}, this tool: version {DatabaseSchema.NewestVersion}")).ConfigureAwait(false);
        return version == DatabaseSchema.NewestVersion ? ExitCode.Success : ExitCode.Failure;
    });
}
