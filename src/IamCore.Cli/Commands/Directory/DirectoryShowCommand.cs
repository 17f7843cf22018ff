using System.CommandLine;
using IamCore.Cli.Directories;
using IamCore.Model;

namespace IamCore.Cli.Commands.Directory;

/// <summary><c>iamcore directory show</c>: what a store holds.</summary>
internal sealed class DirectoryShowCommand : StoreCommand
{
    public DirectoryShowCommand(CliConsole console)
        : base(console, "show", "Lists the accounts of a store with their users, groups, roles and policies", isReadOnly: true) => Add(AccountOption);

    public override string Teaching => """
        Examples:
          iamcore directory show --store iam.json

        Exit status: 0 success, 2 bad input.
        """;

    protected override int Run(ParseResult arguments, IamDirectory directory)
    {
        var wanted = arguments.GetValue(AccountOption);
        var accounts = wanted is null
            ? StoredState.List(directory.Store, ObjectKind.Account, "").Cast<IamAccount>()
            : [StoredState.FindAccount(directory.Store, wanted)];
        foreach (var account in accounts.ToList())
        {
            Show(StoredState.Read(directory, account));
        }

        return ExitCode.Success;
    }

    private void Show(StoredState state)
    {
        var account = state.Account;
        WriteLine($"Account {account.Id} {account.Name}{(account.Alias is null ? "" : $" ({account.Alias})")}, {account.Status}");
        foreach (var user in state.All<IamUser>())
        {
            var groups = string.Join(", ", user.Groups.ToArray().Select(id => state.Get<IamGroup>(new(ObjectKind.Group, id)).Name));
            WriteLine($"  user   {user.Path}{user.Name}{(groups.Length == 0 ? "" : $" in {groups}")}{PoliciesOf(state, user)}");
        }

        foreach (var group in state.All<IamGroup>())
        {
            WriteLine($"  group  {group.Path}{group.Name}{PoliciesOf(state, group)}");
        }

        foreach (var role in state.All<IamRole>())
        {
            WriteLine($"  role   {role.Path}{role.Name}{PoliciesOf(state, role)}");
        }

        foreach (var policy in state.All<ManagedPolicy>())
        {
            WriteLine($"  policy {policy.Path}{policy.Name} {policy.DefaultVersionId} of {policy.Versions.Count}");
        }
    }

    private static string PoliciesOf(StoredState state, IamIdentity identity)
    {
        var names = identity.AttachedPolicies.ToArray().Select(key => NameOf(state.ArnOf(key)!)).Concat(identity.InlinePolicies.ToArray().Select(p => $"{p.Name} (inline)")).ToList();
        var boundary = identity is IamEntity entity && state.ArnOf(entity.PermissionsBoundary) is { } arn ? $" within {NameOf(arn)}" : "";
        return (names.Count == 0 ? "" : $" with {string.Join(", ", names)}") + boundary;
    }

    private static string NameOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
