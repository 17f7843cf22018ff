namespace IamCore.Callers;

/// <summary>
/// Decides a caller's request for an STS or IamCore action: first the restrictions of its kind of session, then the policies.
/// </summary>
internal static class CallerDecision
{
    /// <summary>
    /// Throws <c>AccessDenied</c> unless the policies (ID-244) and, for root, the account's guard (ID-040) allow the caller's request.
    /// </summary>
    public static void Check(
        ResolvedCaller caller, string action, string resource, IRequestContext keys, DateTimeOffset now, string rule, string? shownResource = null)
    {
        RootRules.Check(caller, caller.Account.Account, ActionName.Parse(action), resource);
        var decision = Decide(caller, action, resource, keys, now);
        if (!decision.IsAllowed)
        {
            throw Denials.Decided(caller.Arn, action, shownResource ?? resource, decision, rule);
        }
    }

    /// <param name="caller">The caller.</param>
    /// <param name="action">The action.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="keys">The context keys of the operation.</param>
    /// <param name="now">The time of the request.</param>
    /// <param name="owner">The account of the resource. The default is the account in its ARN, or else the caller's (EV-006).</param>
    public static AccessDecision Decide(
        ResolvedCaller caller, string action, string resource, IRequestContext keys, DateTimeOffset now, AccountId owner = default)
    {
        var name = ActionName.Parse(action);
        SessionRestrictions.Check(caller.Caller, name);
        var request = new AccessRequest(
            caller.Principal, name, ResourceName.Parse(resource), new LayeredContext(keys, caller.Context), owner, now);
        var policies = caller.Policies with { ResourceControl = PolicySets.ResourceControlOf(caller.Account) };
        return PolicyEvaluator.Evaluate(in request, in policies);
    }
}
