using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>The validated question of a scenario, without a time (PL-201).</summary>
/// <param name="Principal">The principal that makes the request.</param>
/// <param name="Action">The action requested.</param>
/// <param name="Resource">The resource concerned.</param>
/// <param name="ResourceAccount">The resource's owner; the default value if not specified (EV-006).</param>
/// <param name="Context">The context.</param>
public sealed record ScenarioRequest(
    Principal Principal, ActionName Action, ResourceName Resource, AccountId ResourceAccount, RequestContext Context)
{
    /// <summary>Returns the request at a time.</summary>
    /// <param name="time">The time, used for <c>aws:CurrentTime</c> unless the context contains it (EV-012).</param>
    /// <returns>The request.</returns>
    public AccessRequest At(DateTimeOffset time) => new(Principal, Action, Resource, Context, ResourceAccount, time);
}
