using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using IamCore.Cli.Commands;

namespace IamCore.Cli;

/// <summary>The usual help, followed by what a newcomer needs: examples, and what the exit codes say.</summary>
internal sealed class TeachingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Beginning = """
        Examples:
          iamcore simulate request.json              what is decided, and by which statements
          iamcore explain request.json               why: each part of each statement that mattered
          iamcore test policies                      check every scenario in a folder
          iamcore simulate - --format jsonl <in      one question a line, one answer a line

        A scenario is a question with all policies that bear on it:
          {
            "name": "readers may read",
            "request": {
              "principal": "arn:aws:iam::123456789012:user/alice",
              "action": "docs:ReadDocument",
              "resource": "arn:app:docs::123456789012:document/42",
              "context": { "aws:MultiFactorAuthPresent": true }
            },
            "policies": {
              "identity": [ { "name": "Readers", "document": {
                "Version": "2012-10-17",
                "Statement": { "Effect": "Allow", "Action": "docs:Read*", "Resource": "*" } } } ]
            },
            "expect": { "decision": "allow" }
          }

        Exit status: 0 success, 1 tests failed, 2 bad input.
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var status = usual.Invoke(parseResult);
        var more = parseResult.CommandResult.Command is ToolCommand command ? command.Teaching : Beginning;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(more.ReplaceLineEndings(output.NewLine));
        return status;
    }
}
