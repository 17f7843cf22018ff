using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>The question of a scenario, checked (PL-201), before it has a time.</summary>
/// <param name="Principal">Who asks.</param>
/// <param name="Action">What the principal wants to do.</param>
/// <param name="Resource">To what.</param>
/// <param name="ResourceAccount">The resource's owner as written; the default where it was not (EV-006).</param>
/// <param name="Context">The context as written.</param>
public sealed record ScenarioRequest(
    Principal Principal, ActionName Action, ResourceName Resource, AccountId ResourceAccount, RequestContext Context)
{
    /// <summary>The request as asked at <paramref name="time"/>, which is <c>aws:CurrentTime</c> where the context has none (EV-012).</summary>
    public AccessRequest At(DateTimeOffset time) => new(Principal, Action, Resource, Context, ResourceAccount, time);
}
