namespace IamCore.Cli.Commands;

/// <summary><c>iamcore database</c>: the tables of a directory in a database.</summary>
internal sealed class DatabaseCommand : ToolCommand
{
    public DatabaseCommand(CliConsole console)
        : base("database", "Looks at, makes and upgrades the tables of a directory in a database")
    {
        Add(new DatabaseStatusCommand(console));
        Add(new DatabaseUpgradeCommand(console));
        Add(new DatabaseScriptCommand(console));
    }

    public override string Teaching => """
        Examples:
          iamcore database status --sqlite directory.db
          IAMCORE_DATABASE="Host=db;Database=app;Username=app;Password=…" iamcore database upgrade
          iamcore database script --postgresql "" >tables.sql

        Applications make and upgrade the tables themselves when they start, unless they are told not to (UpgradeSchema).
        """;
}
