using IamCore.Policies.Evaluation;

namespace IamCore.Policies;

/// <summary>Decides requests (EV-051). Pure: no clock, no I/O, no allocation once warm; safe for any number of threads.</summary>
public static class PolicyEvaluator
{
    /// <summary>The decision and the policy types that blocked. Throws only what the request's context throws.</summary>
    public static AccessDecision Evaluate(in AccessRequest request, in ApplicablePolicies policies)
    {
        var walk = new DecidingWalk(in request, policies.PermissionsBoundary is { IsPresent: true });
        var decision = DecisionRule.Decide(ref walk, in request, in policies);
        walk.Return();
        return decision;
    }

    /// <summary>The same decision with its reasons; allocates.</summary>
    public static Explanation Explain(in AccessRequest request, in ApplicablePolicies policies) => ExplainingWalk.Explain(in request, in policies);
}
