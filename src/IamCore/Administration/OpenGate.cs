using IamCore.Callers;
using IamCore.Model;

namespace IamCore.Administration;

/// <summary>Authorizes one call with the policy engine, against the caller's session (ID-237 to ID-240).</summary>
internal sealed class OpenGate(IamDirectory directory, ResolvedCaller caller, IRequestContext host) : IAdministrationGate
{
    private static readonly ActionName PassRole = ActionName.Parse(RolePassing.Action);

    public AdministrationCaller Caller { get; } = new(
        caller.Principal, caller is { Entity: IamUser user, Principal.Kind: PrincipalKind.User } ? user.Id : null)
    {
        PrincipalId = caller.UserId,
        Session = caller.Caller as Session,
        HasSecondFactor = caller.Caller is Session { MultiFactorAuthTime: not null },
    };

    /// <summary>The caller's account.</summary>
    public IamAccount Account => caller.Account.Account;

    /// <summary>The address the call comes from, as reported by the host; null if the host does not report one.</summary>
    public string? Source => host.Find(ContextKey.Of("aws:SourceIp")) is { IsAbsent: false } address ? address.ToString() : null;

    public async ValueTask CheckAsync(AdministrationWork work, AdministrationCheck check)
    {
        var current = await CurrentAsync(work).ConfigureAwait(false);
        var action = ActionName.Parse(check.Action);
        Record(action);
        RootRules.Check(current, work.Account, action, check.Resource);
        var decision = Decide(current, work, check);
        if (decision.IsAllowed)
        {
            return;
        }

        var (shown, showsReason) = ShownDecision(current, work, check, decision);
        throw Denials.Decided(caller.Arn, check.Action, check.ShownResource ?? check.Resource, shown, "ID-244", showsReason);
    }

    /// <summary>Records the attempt, allowed or not; passing a role is not an action of its own (ID-250, ID-267).</summary>
    private void Record(ActionName action)
    {
        var now = directory.Options.TimeProvider.GetUtcNow();
        if (directory.Options.LastAccessed is { } recorded && action != PassRole && recorded.Of(caller.Caller.Entity) is var access && access.IsDue(action, now))
        {
            access.Put(new(action, now, caller.Arn, null));
        }
    }

    /// <summary>Returns the caller, reread if this unit of work has changed its own policies, groups, tags or boundary (ID-242).</summary>
    private async ValueTask<ResolvedCaller> CurrentAsync(AdministrationWork work) => work.HasChanged(MayBearOnCaller)
        ? await new CallerResolver(new StagedLoader(directory.Store, work), directory.Options).ResolveAsync(caller.Caller, work.CancellationToken).ConfigureAwait(false)
        : caller;

    private bool MayBearOnCaller(ObjectKey changed) => changed == caller.Caller.Entity
        || changed.Kind is ObjectKind.Group or ObjectKind.ManagedPolicy or ObjectKind.Account or ObjectKind.ControlPolicy
            or ObjectKind.Organization or ObjectKind.OrganizationalUnit;

    private AccessDecision Decide(ResolvedCaller current, AdministrationWork work, AdministrationCheck check) => CallerDecision.Decide(
        current, check.Action, check.Resource, new LayeredContext(CheckKeys.Of(check), new SessionContext(current.Context, new HostKeys(host))), work.Options.TimeProvider.GetUtcNow(), work.AccountId);

    /// <summary>
    /// Returns the decision to explain to the caller. The explanation must not depend on what is stored, so the reason given is that of
    /// the same question about a name that nothing has (ID-239).
    /// </summary>
    private (AccessDecision Decision, bool ShowsReason) ShownDecision(ResolvedCaller current, AdministrationWork work, AdministrationCheck check, AccessDecision decision)
    {
        if (!check.IsOfState)
        {
            return (decision, true);
        }

        var shown = Decide(current, work, check.AsOfMissing());
        return (shown, !shown.IsAllowed);
    }
}
