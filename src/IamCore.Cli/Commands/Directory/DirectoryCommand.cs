namespace IamCore.Cli.Commands.Directory;

/// <summary><c>iamcore directory</c>: works on store files.</summary>
internal sealed class DirectoryCommand : ToolCommand
{
    public DirectoryCommand(CliConsole console)
        : base("directory", "Works on a store of users, groups, roles and policies")
    {
        Add(new DirectoryInitCommand(console));
        Add(new DirectoryShowCommand(console));
        Add(new DirectoryApplyCommand(console));
        Add(new DirectoryCloneUserCommand(console));
        Add(new DirectoryWhoCanCommand(console));
        Add(new DirectoryWhatCanCommand(console));
        Add(new DirectoryExplainCommand(console));
        Add(new DirectoryExportCommand(console));
    }

    public override string Teaching => """
        Examples:
          iamcore directory init --store iam.json --name Acme --email root@acme.example --admin ann
          iamcore directory apply team.json --store iam.json --check     what would change; exit status 1 if anything would
          iamcore directory apply team.json --store iam.json             make it so, all or nothing
          iamcore directory who-can docs:DeleteDocument "*" --store iam.json

        The store is the file that an application's JsonFileDirectoryStore opens. One process at a time writes it.
        """;
}
