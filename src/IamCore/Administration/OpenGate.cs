using IamCore.Callers;
using IamCore.Model;

namespace IamCore.Administration;

/// <summary>Authorizes one call by the engine, against the caller's session (ID-237 to ID-240).</summary>
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

    /// <summary>Where the call comes from, as the host says; null where it does not.</summary>
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

        var (told, tellsReason) = ToldOf(current, work, check, decision);
        throw Denials.Decided(caller.Arn, check.Action, check.ShownResource ?? check.Resource, told, "ID-244", tellsReason);
    }

    /// <summary>Attempts count, whether allowed or not; passing a role is no action of its own (ID-250, ID-267).</summary>
    private void Record(ActionName action)
    {
        var now = directory.Options.TimeProvider.GetUtcNow();
        if (directory.Options.LastAccessed is { } recorded && action != PassRole && recorded.Of(caller.Caller.Entity) is var access && access.IsDue(action, now))
        {
            access.Put(new(action, now, caller.Arn, null));
        }
    }

    /// <summary>The caller with what the work has changed of its own policies, groups, tags and boundary (ID-242).</summary>
    private async ValueTask<ResolvedCaller> CurrentAsync(AdministrationWork work) => work.HasChanged(MayBearOnCaller)
        ? await new CallerResolver(new StagedLoader(directory.Store, work), directory.Options).ResolveAsync(caller.Caller, work.CancellationToken).ConfigureAwait(false)
        : caller;

    private bool MayBearOnCaller(ObjectKey changed) => changed == caller.Caller.Entity
        || changed.Kind is ObjectKind.Group or ObjectKind.ManagedPolicy or ObjectKind.Account or ObjectKind.ControlPolicy
            or ObjectKind.Organization or ObjectKind.OrganizationalUnit;

    private AccessDecision Decide(ResolvedCaller current, AdministrationWork work, AdministrationCheck check) => CallerDecision.Decide(
        current, check.Action, check.Resource, new LayeredContext(CheckKeys.Of(check), new SessionContext(current.Context, new HostKeys(host))), work.Options.TimeProvider.GetUtcNow(), work.AccountId);

    /// <summary>What the caller is told must not hang on what is stored: the reason is that of the same question about a name that nothing has (ID-239).</summary>
    private (AccessDecision Decision, bool TellsReason) ToldOf(ResolvedCaller current, AdministrationWork work, AdministrationCheck check, AccessDecision decision)
    {
        if (!check.IsOfState)
        {
            return (decision, true);
        }

        var told = Decide(current, work, check.AsOfMissing());
        return (told, !told.IsAllowed);
    }
}
