namespace IamCore.Policies;

/// <summary>Decides requests (EV-051). Pure: no clock, no I/O, no exceptions, no allocation; safe for any number of threads.</summary>
public static class PolicyEvaluator
{
    /// <summary>The decision and the policy types that blocked.</summary>
    public static AccessDecision Evaluate(in AccessRequest request, in ApplicablePolicies policies) => default;

    /// <summary>The same decision with its reasons; allocates.</summary>
    public static Explanation Explain(in AccessRequest request, in ApplicablePolicies policies) => throw new NotSupportedException();
}
