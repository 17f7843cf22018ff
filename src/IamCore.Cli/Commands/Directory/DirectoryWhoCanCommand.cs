using System.CommandLine;
using IamCore.Administration.Reports;
using IamCore.Cli.Directories;

namespace IamCore.Cli.Commands.Directory;

/// <summary><c>iamcore directory who-can</c>: the users and roles that may do something.</summary>
internal sealed class DirectoryWhoCanCommand : StoreCommand
{
    private readonly Argument<string> _action = new("ACTION") { Description = "The action, for example docs:ReadDocument" };
    private readonly Argument<string> _resource = new("RESOURCE") { Description = "The resource", DefaultValueFactory = _ => "*" };

    public DirectoryWhoCanCommand(CliConsole console)
        : base(console, "who-can", "Lists the users and roles that may do an action", isReadOnly: true)
    {
        Add(_action);
        Add(_resource);
        Add(AccountOption);
    }

    public override string Teaching => """
        Examples:
          iamcore directory who-can docs:DeleteDocument arn:app:docs::123456789012:document/42 --store iam.json

        Each with the statements that grant it. Conditions on the request fail here, since there is no request.

        Exit status: 0 success, 2 bad input.
        """;

    protected override int Run(ParseResult arguments, IamDirectory directory)
    {
        var state = StateOf(arguments, directory);
        var question = new WhoCan(arguments.GetRequiredValue(_action), arguments.GetRequiredValue(_resource));
        foreach (var allowed in StoredState.Done(state.Administration.ExecuteAsync(question)).ToArray())
        {
            WriteLine($"{allowed.Arn} by {string.Join(", ", allowed.GrantedBy.ToArray().Select(g => $"{g.Policy} of {g.Origin}"))}");
        }

        return ExitCode.Success;
    }
}
