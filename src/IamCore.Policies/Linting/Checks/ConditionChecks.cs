using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>All checks of a statement's conditions.</summary>
internal static class ConditionChecks
{
    public static void Check(LintRun run, StatementView statement)
    {
        var lastOperator = -1;
        foreach (var condition in statement.Conditions)
        {
            if (condition.OperatorNode != lastOperator)
            {
                lastOperator = condition.OperatorNode;
                if (condition.IsNull && condition.Operator.Qualifier != SetQualifier.None)
                {
                    run.Report(Suggestions.NullWithQualifier, Place.Name(condition.OperatorNode), ("operator", condition.OperatorName)); // VA-621
                }
            }

            ConditionKeyChecks.Check(run, statement, condition);
            ConditionValueChecks.Check(run, condition);
            ConditionTruthChecks.Check(run, condition);
        }

        ConditionCombinationChecks.Check(run, statement);
    }
}
