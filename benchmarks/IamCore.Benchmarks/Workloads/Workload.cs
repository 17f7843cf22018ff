using IamCore.Policies;

namespace IamCore.Benchmarks.Workloads;

/// <summary>Questions over shared policies.</summary>
/// <param name="Name">Its name in reports, for example <c>w2</c> or <c>w4-10-last</c>.</param>
/// <param name="Questions">The questions, ready.</param>
/// <param name="Texts">The same questions as text, at the same places.</param>
internal sealed record Workload(string Name, Question[] Questions, QuestionText[] Texts)
{
    /// <summary>Number of statements that bear on the first question.</summary>
    public int Statements => PolicySets.Of(Questions[0].Policies).Sum(set => PolicySets.StatementsOf(set));
}

/// <summary>What a value of applicable policies holds.</summary>
internal static class PolicySets
{
    public static IEnumerable<PolicySet> Of(ApplicablePolicies policies)
    {
        PolicySet?[] sets =
        [
            .. policies.Identity.IsDefault ? [] : policies.Identity,
            policies.PermissionsBoundary,
            policies.Session,
            policies.Resource,
            .. policies.ServiceControl.IsDefault ? [] : policies.ServiceControl,
            .. policies.ResourceControl.IsDefault ? [] : policies.ResourceControl,
            policies.VpcEndpoint,
        ];
        return sets.OfType<PolicySet>();
    }

    public static int StatementsOf(PolicySet set)
    {
        var count = 0;
        foreach (var policy in set.Policies)
        {
            count += policy.Document.Statements.Count;
        }

        return count;
    }
}
