using System.CommandLine;
using IamCore.Administration.Accounts;
using IamCore.Administration.Composites;
using IamCore.Cli.Directories;

namespace IamCore.Cli.Commands.Directory;

/// <summary><c>iamcore directory init</c>: an account, and perhaps its first administrator.</summary>
internal sealed class DirectoryInitCommand : StoreCommand
{
    private readonly Option<string> _name = new("--name") { Description = "What the account is called, 1 to 50 characters", Required = true };
    private readonly Option<string> _email = new("--email") { Description = "The root user's e-mail address", Required = true };
    private readonly Option<string> _id = new("--id") { Description = "The account's number, 12 digits; by default a random one" };
    private readonly Option<string> _admin = new("--admin") { Description = "A user to make administrator, in the group Admins" };

    public DirectoryInitCommand(CliConsole console)
        : base(console, "init", "Makes an account in a store, and the store where there is none", isReadOnly: false)
    {
        Add(_name);
        Add(_email);
        Add(_id);
        Add(_admin);
    }

    public override string Teaching => """
        Examples:
          iamcore directory init --store iam.json --name Acme --email root@acme.example --admin ann

        Nobody has a password or key yet: credentials are made by the application, which keeps their secrets.

        Exit status: 0 success, 2 bad input.
        """;

    protected override int Run(ParseResult arguments, IamDirectory directory)
    {
        var create = new CreateAccount(arguments.GetRequiredValue(_name), arguments.GetRequiredValue(_email)) { AccountId = arguments.GetValue(_id) };
        var account = StoredState.Done(directory.Instance.ExecuteAsync(create));
        WriteLine($"Account {account.Id} {account.Name}");
        if (arguments.GetValue(_admin) is { } admin)
        {
            var user = StoredState.Done(directory.ForAccount(account.AccountId).ExecuteAsync(new BootstrapAdministrator(admin)));
            WriteLine($"Administrator {user.Arn}");
        }

        return ExitCode.Success;
    }
}
