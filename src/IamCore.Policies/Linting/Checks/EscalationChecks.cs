using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Sets of actions with which a caller can give themselves any right, where the policy alone allows them on everything (VA-714, AN-420).</summary>
internal static class EscalationChecks
{
    private static readonly (string Label, string[] Actions)[] Rules =
    [
        ("CreateAccessKey", ["iam:CreateAccessKey"]),
        ("CreateLoginProfile", ["iam:CreateLoginProfile"]),
        ("UpdateLoginProfile", ["iam:UpdateLoginProfile"]),
        ("UpdateAssumeRolePolicy", ["iam:UpdateAssumeRolePolicy", "sts:AssumeRole"]),
        ("AttachUserPolicy", ["iam:AttachUserPolicy"]),
        ("PutUserPolicy", ["iam:PutUserPolicy"]),
        ("AttachGroupPolicy", ["iam:AttachGroupPolicy"]),
        ("PutGroupPolicy", ["iam:PutGroupPolicy"]),
        ("AttachRolePolicy", ["iam:AttachRolePolicy", "sts:AssumeRole"]),
        ("PutRolePolicy", ["iam:PutRolePolicy", "sts:AssumeRole"]),
        ("CreatePolicyVersion", ["iam:CreatePolicyVersion"]),
        ("SetDefaultPolicyVersion", ["iam:SetDefaultPolicyVersion"]),
        ("AddUserToGroup", ["iam:AddUserToGroup"]),
        ("CreateRole", ["iam:CreateRole", "iam:AttachRolePolicy", "sts:AssumeRole"]),
        ("PassRole to Lambda", ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]),
        ("PassRole to Lambda by event", ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"]),
        ("UpdateFunctionCode", ["lambda:UpdateFunctionCode"]),
        ("PassRole to EC2", ["iam:PassRole", "ec2:RunInstances"]),
        ("PassRole to CloudFormation", ["iam:PassRole", "cloudformation:CreateStack"]),
        ("PassRole to CodeBuild", ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"]),
        ("PassRole to Glue", ["iam:PassRole", "glue:CreateDevEndpoint"]),
        ("PassRole to Glue jobs", ["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"]),
        ("PassRole to SageMaker", ["iam:PassRole", "sagemaker:CreateNotebookInstance"]),
        ("PassRole to Data Pipeline", ["iam:PassRole", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"]),
        ("PassRole to ECS", ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"]),
    ];

    public static void Check(LintRun run)
    {
        if (run.Type is not (PolicyType.Identity or PolicyType.Session))
        {
            return;
        }

        var broad = run.Policy.Statements.Where(s => s.IsAllow && s.ConditionNode < 0 && IsBroad(s)).ToArray();
        if (broad.Length == 0 || broad.Any(s => s.Actions.Any(a => a.IsEverything)))
        {
            return; // everything on everything is VA-710
        }

        var denies = run.Policy.Statements.Where(s => s.IsDeny).ToArray();
        foreach (var (label, actions) in Rules)
        {
            var statements = actions.Select(action => denies.Any(d => Covers(d, action)) ? null : broad.FirstOrDefault(s => Covers(s, action))).ToArray();
            if (statements.Any(s => s is null))
            {
                continue;
            }

            Draft? draft = null;
            foreach (var (statement, action) in statements.Zip(actions))
            {
                var cause = statement!.Actions.FirstOrDefault(a => a.Matches(action.ToLowerInvariant())) is { } named
                    ? Place.Value(named.Value.Node) : Place.Name(statement.NotAction!.Member);
                draft = draft?.And(cause)
                    ?? run.Report(OwnRules.PrivilegeEscalation, cause, ("actions", string.Join(", ", actions)), ("label", label));
            }
        }
    }

    private static bool IsBroad(StatementView statement) => statement.Resources.Any(r => r.IsStar);

    private static bool Covers(StatementView statement, string action) =>
        statement.NotAction is not null ? !statement.NotActions.Any(a => a.Matches(action.ToLowerInvariant())) : statement.Actions.Any(a => a.Matches(action.ToLowerInvariant()));
}
