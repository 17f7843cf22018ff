using System.CommandLine;
using IamCore.Administration.Reports;
using IamCore.Cli.Directories;
using IamCore.Model;
using IamCore.Policies;

namespace IamCore.Cli.Commands.Directory;

/// <summary><c>iamcore directory what-can</c>: what a user, group or role may do.</summary>
internal sealed class DirectoryWhatCanCommand : StoreCommand
{
    private readonly Argument<string> _who = new("WHO") { Description = "ARN of a user, group or role, or the name of a user" };
    private readonly Argument<string> _resource = new("RESOURCE") { Description = "The resource", DefaultValueFactory = _ => "*" };
    private readonly Option<string[]> _actions = new("--action", "-a")
    {
        Description = "An action to ask about; by default every action that a policy of the account names in full",
        AllowMultipleArgumentsPerToken = true,
    };

    public DirectoryWhatCanCommand(CliConsole console)
        : base(console, "what-can", "Lists the actions that a user, group or role may do", isReadOnly: true)
    {
        Add(_who);
        Add(_resource);
        Add(AccountOption);
        Add(_actions);
    }

    public override string Teaching => """
        Examples:
          iamcore directory what-can rita --store iam.json
          iamcore directory what-can rita "*" --action docs:Read docs:Write --store iam.json

        Exit status: 0 success, 2 bad input.
        """;

    protected override int Run(ParseResult arguments, IamDirectory directory)
    {
        var state = StateOf(arguments, directory);
        var actions = arguments.GetValue(_actions) is { Length: > 0 } asked ? asked : [.. Vocabulary(state)];
        if (actions.Length == 0)
        {
            throw new InputException("No policy of the account names an action in full; say which with --action");
        }

        var simulate = new SimulatePrincipalPolicy(PrincipalNames.ArnOf(state, arguments.GetRequiredValue(_who)), [.. actions])
        {
            ResourceArns = [arguments.GetRequiredValue(_resource)],
        };
        foreach (var result in StoredState.Done(state.Administration.ExecuteAsync(simulate)).ToArray().Where(r => r.Decision == Decision.Allow))
        {
            WriteLine($"{result.Action} by {string.Join(", ", result.Matched.ToArray().Select(m => $"{m.Policy} of {m.Origin}"))}");
        }

        return ExitCode.Success;
    }

    /// <summary>The actions that policies name without wildcards.</summary>
    private static SortedSet<string> Vocabulary(StoredState state)
    {
        var texts = state.All<ManagedPolicy>().Select(p => p.DefaultVersion!.Document)
            .Concat(((IEnumerable<IamIdentity>)[.. state.All<IamUser>(), .. state.All<IamGroup>(), .. state.All<IamRole>()]).SelectMany(i => i.InlinePolicies.ToArray().Select(p => p.Document)));
        var actions = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in texts)
        {
            if (text.TryRead(PolicyType.Identity, out var document, out _))
            {
                actions.UnionWith(document.Statements.ToArray().SelectMany(s => (s.Action ?? ValueList<string>.Empty).ToArray()).Where(a => ActionName.TryParse(a, out _) && !a.AsSpan().ContainsAny('*', '?')));
            }
        }

        return actions;
    }
}
