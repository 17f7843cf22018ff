using System.CommandLine;
using IamCore.Cli.Directories;

namespace IamCore.Cli.Commands.Directory;

/// <summary><c>iamcore directory apply</c>: makes an account as a file wants it, in one change set.</summary>
internal sealed class DirectoryApplyCommand : StoreCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The wanted state, JSON; as iamcore directory export writes it" };
    private readonly Option<bool> _check = new("--check") { Description = "Changes nothing; the exit status is 1 if anything would change" };

    private readonly Option<bool> _prune = new("--prune") { Description = "Deletes the users, groups, roles and policies that the file does not name" };

    public DirectoryApplyCommand(CliConsole console)
        : base(console, "apply", "Makes an account as a file wants it, all or nothing", isReadOnly: false)
    {
        Add(_file);
        Add(AccountOption);
        Add(_check);
        Add(_prune);
    }

    public override string Teaching => """
        Examples:
          iamcore directory apply team.json --store iam.json --check
          iamcore directory apply team.json --store iam.json
          iamcore directory apply account.json --store iam.json --prune

        A file names policies, groups, users and roles; each becomes exactly what it says. A member that is not written stays as it is, and
        "permissionsBoundary": null removes a boundary. What the file does not name is listed, and stays unless --prune deletes it;
        with --check, --prune makes it count as drift. Roles of services are never deleted.
          {
            "policies": [ { "name": "ReadDocs", "document": {
              "Version": "2012-10-17",
              "Statement": { "Effect": "Allow", "Action": "docs:Read*", "Resource": "*" } } } ],
            "groups": [ { "name": "Readers", "managedPolicies": [ "ReadDocs" ] } ],
            "users": [ { "name": "rita", "groups": [ "Readers" ], "permissionsBoundary": "ReadDocs", "tags": { "team": "docs" } } ],
            "roles": [ { "name": "Export", "trustPolicy": { ... }, "inlinePolicies": { "own": { ... } } } ]
          }

        The plan is printed; all of it is committed together. Applied again, the file changes nothing.

        Exit status: 0 as wanted, 1 with --check where it is not, 2 bad input, and then nothing has changed.
        """;

    protected override int Run(ParseResult arguments, IamDirectory directory)
    {
        var file = arguments.GetRequiredValue(_file);
        var wanted = WantedReader.Read(File.ReadAllBytes(file), out var faults);
        if (wanted is null)
        {
            return Refuse(file, faults);
        }

        var state = StateOf(arguments, directory, wanted.Account);
        if (wanted.Account is { } account && account != state.Account.Id)
        {
            throw new InputException($"{file} is about the account {account}, not {state.Account.Id}");
        }

        var plan = DirectoryPlan.Of(wanted, state);
        if (plan.Faults.Count > 0)
        {
            return Refuse(file, plan.Faults);
        }

        var unwanted = UnwantedObject.Of(wanted, state);
        if (arguments.GetValue(_prune))
        {
            plan.Prune(unwanted);
        }
        else if (unwanted.Count > 0)
        {
            WriteLine($"Not in the file, and kept: {string.Join(", ", unwanted.Select(o => o.Name))}");
        }

        foreach (var line in plan.Lines)
        {
            WriteLine(line);
        }

        if (plan.Commands.Count == 0)
        {
            WriteLine("Nothing to change");
            return ExitCode.Success;
        }

        return arguments.GetValue(_check) ? Told(plan) : Commit(file, state, plan);
    }

    private int Told(DirectoryPlan plan)
    {
        WriteLine($"{plan.Commands.Count} to change");
        return ExitCode.Failure;
    }

    private int Commit(string file, StoredState state, DirectoryPlan plan)
    {
        try
        {
            StoredState.Done(state.Administration.ExecuteAsync(plan.Commands));
        }
        catch (IamException refused)
        {
            Console.WriteError($"{file}({refused.Details.ToArray()[^1].Subject}): {refused.Code} {refused.Message}");
            Console.WriteError("iamcore: Nothing has changed");
            return ExitCode.BadInput;
        }

        WriteLine($"{plan.Commands.Count} changed");
        return ExitCode.Success;
    }

    private int Refuse(string file, IEnumerable<WantedFault> faults)
    {
        foreach (var fault in faults)
        {
            Console.WriteError($"{file}{fault}");
        }

        Console.WriteError("iamcore: Nothing has changed");
        return ExitCode.BadInput;
    }
}
