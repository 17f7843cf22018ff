using System.CommandLine;
using IamCore.Administration.Composites;
using IamCore.Cli.Directories;
using IamCore.Model;

namespace IamCore.Cli.Commands.Directory;

/// <summary><c>iamcore directory clone-user</c>: gives a user what another is allowed.</summary>
internal sealed class DirectoryCloneUserCommand : StoreCommand
{
    private readonly Argument<string> _source = new("SOURCE") { Description = "The user copied from" };
    private readonly Argument<string> _target = new("TARGET") { Description = "The user copied to; made where there is none" };
    private readonly Option<bool> _overwrite = new("--overwrite-inline") { Description = "Replaces inline policies of the same name" };
    private readonly Option<bool> _check = new("--check") { Description = "Changes nothing; the exit status is 1 if anything would change" };

    public DirectoryCloneUserCommand(CliConsole console)
        : base(console, "clone-user", "Gives a user the groups, policies and boundary of another", isReadOnly: false)
    {
        Add(_source);
        Add(_target);
        Add(AccountOption);
        Add(_overwrite);
        Add(_check);
    }

    public override string Teaching => """
        Examples:
          iamcore directory clone-user rita robin --store iam.json

        What the target has stays; credentials and tags are not copied.

        Exit status: 0 success, 1 with --check where something would change, 2 bad input.
        """;

    protected override int Run(ParseResult arguments, IamDirectory directory)
    {
        var state = StateOf(arguments, directory);
        var (source, target) = (arguments.GetRequiredValue(_source), arguments.GetRequiredValue(_target));
        if (state.Find<IamUser>(target) is null)
        {
            WriteLine($"create user {target} as a clone of {source}");
            if (!arguments.GetValue(_check))
            {
                StoredState.Done(state.Administration.ExecuteAsync(new CreateUserComposite(target) { ClonePermissionsFrom = source }));
            }

            return arguments.GetValue(_check) ? ExitCode.Failure : ExitCode.Success;
        }

        var overwrite = arguments.GetValue(_overwrite);
        var changes = StoredState.Done(arguments.GetValue(_check)
            ? state.Administration.ExecuteAsync(new PreviewClone(source, target) { OverwriteInline = overwrite })
            : state.Administration.ExecuteAsync(new CloneUserPermissions(source, target) { OverwriteInline = overwrite }));
        foreach (var change in changes.ToArray())
        {
            WriteLine($"{change.Action} {change.Subject}");
        }

        if (changes.Count == 0)
        {
            WriteLine("Nothing to change");
        }

        return arguments.GetValue(_check) && changes.Count > 0 ? ExitCode.Failure : ExitCode.Success;
    }
}
