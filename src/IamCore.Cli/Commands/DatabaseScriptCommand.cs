using System.CommandLine;
using IamCore.EntityFrameworkCore;

namespace IamCore.Cli.Commands;

/// <summary><c>iamcore database script</c>: the SQL, for those who run it by hand.</summary>
internal sealed class DatabaseScriptCommand : ToolCommand
{
    private readonly CliConsole _console;
    private readonly DatabaseTarget _database = new();

    private readonly Option<int> _from = new("--from") { Description = "The version the database has", HelpName = "VERSION", DefaultValueFactory = _ => 0 };

    public DatabaseScriptCommand(CliConsole console)
        : base("script", "Prints the SQL that makes the tables, or upgrades them; no database is asked")
    {
        _console = console;
        _database.AddTo(this);
        _from.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0)
            {
                result.AddError("A version is 0 or more");
            }
        });
        Add(_from);
        SetAction(Run);
    }

    public override string Teaching => """
        Examples:
          iamcore database script --sqlite directory.db >tables.sql
          iamcore database script --postgresql "" --from 1 >upgrade.sql

        Exit status: 0 success, 2 bad input.
        """;

    private Task<int> Run(ParseResult arguments, CancellationToken cancellationToken) => DatabaseTarget.RunAsync(_console, async () =>
    {
        using var context = _database.Open(arguments);
        await _console.Output.WriteLineAsync(DatabaseSchema.GetScript(context, arguments.GetValue(_from)).AsMemory(), cancellationToken).ConfigureAwait(false);
        return ExitCode.Success;
    });
}
