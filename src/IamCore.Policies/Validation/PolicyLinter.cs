using IamCore.Policies.Linting;
using IamCore.Policies.Linting.Checks;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Parsing;

namespace IamCore.Policies.Validation;

/// <summary>
/// The stages of VA-020. What the parser refuses comes first, from the parser itself, so that the two cannot disagree about what is valid
/// (VA-950); the checks then add what the parser accepts.
/// </summary>
internal static class PolicyLinter
{
    /// <param name="utf8">The text without a byte order mark.</param>
    /// <param name="faults">What the parser refuses in it.</param>
    /// <param name="options">How to validate.</param>
    /// <param name="type">The type the policy was read as.</param>
    public static ValueList<Finding> Run(byte[] utf8, ValueList<PolicyFault> faults, ValidationOptions options, PolicyType type)
    {
        var writer = new FindingWriter(utf8, options);
        if (faults.Count > 0 && ParserFaults.FindJsonError(faults) is { } jsonFault)
        {
            return writer.JsonError(jsonFault);
        }

        if (!SourceTree.TryRead(utf8, out var tree, out var offset, out var error))
        {
            return writer.JsonError(new SourceText(utf8).OffsetOf(offset), nameof(PolicyFaultCode.InvalidJson), error);
        }

        if (DuplicateNames.FindFirst(tree) is var second and >= 0)
        {
            return writer.JsonError(
                new SourceText(utf8).OffsetOf(tree[second].NameStart), nameof(PolicyFaultCode.DuplicateKey), $"\"{tree.NameOf(second)}\" appears more than once");
        }

        var faultMap = new FaultMap();
        var run = new LintRun(tree, options, type, faultMap);
        if (faults.Count > 0)
        {
            ParserFaults.Report(run, faults, writer.Text);
        }

        run.Policy = new PolicyViewReader(tree, faultMap, options.Catalog).Read();
        DocumentChecks.Check(run);
        var statements = new StatementChecks(run);
        foreach (var statement in run.Policy.Statements)
        {
            statements.Check(statement);
        }

        PolicyChecks.Check(run);
        return writer.Write(run);
    }
}
