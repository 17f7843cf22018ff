using System.Collections.Frozen;
using IamCore.Predefined;

namespace IamCore.Callers;

/// <summary>The task policies of <c>AssumeRoot</c>, each of which denies all but a few actions (ST-100).</summary>
internal static class RootTasks
{
    private const string Path = "/root-task/";

    private static readonly FrozenDictionary<string, PolicyDocument> Documents = ((IEnumerable<PredefinedPolicy>)PredefinedPolicies.Default.All)
        .Where(policy => policy.Path == Path)
        .ToFrozenDictionary(policy => policy.Name, policy => PolicySets.Read(PolicyType.Session, policy.Document), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, PolicySet> Policies = Documents.ToFrozenDictionary(
        pair => pair.Key,
        pair => PolicySet.Compile(PolicyType.Session, new NamedPolicy(pair.Value, pair.Key), PolicySets.AllowAllSession),
        StringComparer.Ordinal);

    /// <summary>Returns the name of the task with an ARN; null for any other ARN.</summary>
    public static string? NameOf(string? taskPolicyArn) =>
        Arn.TryParse(taskPolicyArn, out var arn) && PredefinedPolicies.Default.Find(arn) is { Path: Path } policy ? policy.Name : null;

    /// <summary>Returns the actions a task allows.</summary>
    public static ValueList<string> ActionsOf(string task) => Documents[task].Statements[0].NotAction!;

    /// <summary>Returns the task policy.</summary>
    public static PolicyDocument DocumentOf(string task) => Documents[task];

    /// <summary>Returns the task policy together with the allow that a session policy needs (ST-101).</summary>
    public static PolicySet SessionPolicyOf(string task) => Policies[task];
}
