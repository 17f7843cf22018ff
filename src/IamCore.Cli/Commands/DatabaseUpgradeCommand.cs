using System.CommandLine;
using IamCore.EntityFrameworkCore;

namespace IamCore.Cli.Commands;

/// <summary><c>iamcore database upgrade</c>: makes the tables, or brings them to this version.</summary>
internal sealed class DatabaseUpgradeCommand : ToolCommand
{
    private readonly CliConsole _console;
    private readonly DatabaseTarget _database = new();

    public DatabaseUpgradeCommand(CliConsole console)
        : base("upgrade", "Makes the tables, or brings them to this version, in one transaction")
    {
        _console = console;
        _database.AddTo(this);
        SetAction(Run);
    }

    public override string Teaching => """
        Examples:
          iamcore database upgrade --sqlite directory.db
          IAMCORE_DATABASE="Host=db;Database=app;Username=app;Password=…" iamcore database upgrade

        It can be run again, and by several at once. Tables of a later version are refused.

        Exit status: 0 success, 2 the database cannot be reached or is of a later version.
        """;

    private Task<int> Run(ParseResult arguments, CancellationToken cancellationToken) => DatabaseTarget.RunAsync(_console, async () =>
    {
        using var context = _database.Open(arguments);
        var before = await DatabaseSchema.UpgradeAsync(context, cancellationToken).ConfigureAwait(false);
        await _console.Output.WriteLineAsync(before == DatabaseSchema.NewestVersion
            ? FormattableString.Invariant($"version {before} already, nothing to do")
            : FormattableString.Invariant($"{(before == 0 ? "no tables" : FormattableString.Invariant($"version {before}"))} before, version {DatabaseSchema.NewestVersion} now"))
            .ConfigureAwait(false);
        return ExitCode.Success;
    });
}
