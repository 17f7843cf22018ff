using System.CommandLine;
using IamCore.Administration.Reports;
using IamCore.Cli.Directories;
using IamCore.Policies;

namespace IamCore.Cli.Commands.Directory;

/// <summary><c>iamcore directory explain</c>: why a user, group or role may or may not.</summary>
internal sealed class DirectoryExplainCommand : StoreCommand
{
    private readonly Argument<string> _who = new("WHO") { Description = "ARN of a user, group or role, or the name of a user" };
    private readonly Argument<string> _action = new("ACTION") { Description = "The action" };
    private readonly Argument<string> _resource = new("RESOURCE") { Description = "The resource", DefaultValueFactory = _ => "*" };
    private readonly Option<string[]> _context = new("--context", "-c")
    {
        Description = "What is known of the request, KEY=VALUE",
        AllowMultipleArgumentsPerToken = true,
    };

    public DirectoryExplainCommand(CliConsole console)
        : base(console, "explain", "Tells why a user, group or role may or may not do an action", isReadOnly: true)
    {
        Add(_who);
        Add(_action);
        Add(_resource);
        Add(AccountOption);
        Add(_context);
    }

    public override string Teaching => """
        Examples:
          iamcore directory explain rita docs:DeleteDocument --store iam.json --context aws:SourceIp=203.0.113.9

        Exit status: 0 allowed, 1 not allowed, 2 bad input.
        """;

    protected override int Run(ParseResult arguments, IamDirectory directory)
    {
        var state = StateOf(arguments, directory);
        var simulate = new SimulatePrincipalPolicy(PrincipalNames.ArnOf(state, arguments.GetRequiredValue(_who)), [arguments.GetRequiredValue(_action)])
        {
            ResourceArns = [arguments.GetRequiredValue(_resource)],
            Context = ContextOf(arguments.GetValue(_context) ?? []),
        };
        var result = StoredState.Done(state.Administration.ExecuteAsync(simulate)).ToArray()[0];
        WriteLine($"{result.Decision}: {simulate.PolicySourceArn} {result.Action} {result.Resource}");
        foreach (var statement in result.Matched.ToArray())
        {
            WriteLine($"  {statement.Statement.Effect} by {statement.Policy} of {statement.Origin}, statement {statement.Index + 1}");
        }

        if (result.MissingContext.Count > 0)
        {
            WriteLine($"  Not known of the request: {string.Join(", ", result.MissingContext.ToArray())}");
        }

        return result.Decision == Decision.Allow ? ExitCode.Success : ExitCode.Failure;
    }

    private static RequestContext ContextOf(string[] pairs)
    {
        var context = new RequestContext();
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !context.TryAdd(pair[..at], pair[(at + 1)..]))
            {
                throw new InputException($"--context needs KEY=VALUE, each key once, not \"{pair}\"");
            }
        }

        return context;
    }
}
