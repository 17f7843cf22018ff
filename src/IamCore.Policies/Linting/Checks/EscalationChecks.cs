using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Sets of actions with which a caller can give themselves any right, where the policy alone allows them on everything (VA-714, AN-420).</summary>
internal static class EscalationChecks
{
    private static readonly (string Label, string[] Actions)[] Rules =
    [
        ("CreateAccessKey", ["iam:createaccesskey"]),
        ("CreateLoginProfile", ["iam:createloginprofile"]),
        ("UpdateLoginProfile", ["iam:updateloginprofile"]),
        ("UpdateAssumeRolePolicy", ["iam:updateassumerolepolicy", "sts:assumerole"]),
        ("AttachUserPolicy", ["iam:attachuserpolicy"]),
        ("PutUserPolicy", ["iam:putuserpolicy"]),
        ("AttachGroupPolicy", ["iam:attachgrouppolicy"]),
        ("PutGroupPolicy", ["iam:putgrouppolicy"]),
        ("AttachRolePolicy", ["iam:attachrolepolicy", "sts:assumerole"]),
        ("PutRolePolicy", ["iam:putrolepolicy", "sts:assumerole"]),
        ("CreatePolicyVersion", ["iam:createpolicyversion"]),
        ("SetDefaultPolicyVersion", ["iam:setdefaultpolicyversion"]),
        ("AddUserToGroup", ["iam:addusertogroup"]),
        ("CreateRole", ["iam:createrole", "iam:attachrolepolicy", "sts:assumerole"]),
        ("PassRole to Lambda", ["iam:passrole", "lambda:createfunction", "lambda:invokefunction"]),
        ("PassRole to Lambda by event", ["iam:passrole", "lambda:createfunction", "lambda:createeventsourcemapping"]),
        ("UpdateFunctionCode", ["lambda:updatefunctioncode"]),
        ("PassRole to EC2", ["iam:passrole", "ec2:runinstances"]),
        ("PassRole to CloudFormation", ["iam:passrole", "cloudformation:createstack"]),
        ("PassRole to CodeBuild", ["iam:passrole", "codebuild:createproject", "codebuild:startbuild"]),
        ("PassRole to Glue", ["iam:passrole", "glue:createdevendpoint"]),
        ("PassRole to Glue jobs", ["iam:passrole", "glue:createjob", "glue:startjobrun"]),
        ("PassRole to SageMaker", ["iam:passrole", "sagemaker:createnotebookinstance"]),
        ("PassRole to Data Pipeline", ["iam:passrole", "datapipeline:createpipeline", "datapipeline:putpipelinedefinition"]),
        ("PassRole to ECS", ["iam:passrole", "ecs:registertaskdefinition", "ecs:runtask"]),
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
                var cause = statement!.Actions.FirstOrDefault(a => a.Matches(action)) is { } named
                    ? Place.Value(named.Value.Node) : Place.Name(statement.NotAction!.Member);
                draft = draft?.And(cause)
                    ?? run.Report(OwnRules.PrivilegeEscalation, cause, ("actions", string.Join(", ", actions)), ("label", label));
            }
        }
    }

    private static bool IsBroad(StatementView statement) => statement.Resources.Any(r => r.IsStar);

    private static bool Covers(StatementView statement, string action) =>
        statement.NotAction is not null ? !statement.NotActions.Any(a => a.Matches(action)) : statement.Actions.Any(a => a.Matches(action));
}
