using IamCore.Callers;
using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Sessions;

/// <summary>Decides whether a principal with an account may assume a role (ST-035 to ST-040).</summary>
internal sealed class RoleAssumption
{
    private readonly ResolvedCaller _caller;
    private readonly PrincipalPolicies _role;
    private readonly IamRole _target;
    private readonly RequestContext _keys;
    private readonly PolicySet _trust;
    private readonly DateTimeOffset _now;

    /// <param name="caller">The caller who wants to assume the role.</param>
    /// <param name="role">The role with its account.</param>
    /// <param name="keys">The context keys of the operation, in addition to those of the caller (ST-034).</param>
    /// <param name="now">The current time.</param>
    public RoleAssumption(ResolvedCaller caller, PrincipalPolicies role, RequestContext keys, DateTimeOffset now)
    {
        _caller = caller;
        _role = role;
        _target = (IamRole)role.Entity;
        _keys = keys;
        _now = now;
        _trust = PolicySets.Trust(_target);
    }

    private bool IsSameAccount => _role.Account.Account.Id == _caller.Account.Account.Id;

    /// <summary>Throws <c>AccessDenied</c> unless the caller may assume the role.</summary>
    public void Check()
    {
        CheckRole();
        var decision = Decide("sts:AssumeRole", _trust);
        if (!decision.IsAllowed)
        {
            // The reason is shown within an account only: across accounts it would reveal the policies of the other one (ST-040).
            throw Denials.Decided(_caller.Arn, "sts:AssumeRole", _target.Arn, decision, "ST-040", IsSameAccount);
        }
    }

    /// <summary>Throws <c>AccessDenied</c> unless the caller may pass session tags (ST-038).</summary>
    public void CheckTags()
    {
        var decision = Decide("sts:TagSession", _trust);
        if (!decision.IsAllowed)
        {
            throw Denials.Decided(_caller.Arn, "sts:TagSession", _target.Arn, decision, "ST-038", IsSameAccount);
        }
    }

    /// <summary>
    /// Throws <c>AccessDenied</c> unless the caller may set a source identity. In a chain or across accounts the identity policies must
    /// allow it,
    /// no matter whom the trust policy names; so a second decision assumes a trust in the account as a whole (ST-039).
    /// </summary>
    public void CheckSourceIdentity(bool isChained)
    {
        var decision = Decide("sts:SetSourceIdentity", _trust);
        if (decision.IsAllowed && (isChained || !IsSameAccount))
        {
            decision = Decide("sts:SetSourceIdentity", AccountTrust(_caller.Account.Account.Id));
        }

        if (!decision.IsAllowed)
        {
            throw Denials.Decided(_caller.Arn, "sts:SetSourceIdentity", _target.Arn, decision, "ST-039", IsSameAccount);
        }
    }

    /// <summary>
    /// Checks what policies do not express: partitions do not mix, and service-linked and Identity Center roles are assumed in other ways
    /// (ID-070, ST-117, ST-144).
    /// </summary>
    private void CheckRole()
    {
        if (_target.Partition != _caller.Partition || _target.Owner != RoleOwner.Customer)
        {
            throw Denials.Decided(_caller.Arn, "sts:AssumeRole", _target.Arn, default, "ST-144", showsReason: false);
        }
    }

    private AccessDecision Decide(string action, PolicySet trust)
    {
        var name = ActionName.Parse(action);
        SessionRestrictions.Check(_caller.Caller, name);
        var request = new AccessRequest(
            _caller.Principal,
            name,
            ResourceName.Parse(_target.Arn),
            new LayeredContext(_keys, _caller.Context),
            _target.Account,
            _now);
        return PolicyEvaluator.Evaluate(
            in request,
            _caller.Policies with { Resource = trust, ResourceControl = PolicySets.ResourceControlOf(_role.Account) });
    }

    private static PolicySet AccountTrust(string account) => PolicySet.Compile(PolicySets.Read(
        PolicyType.Trust,
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{account}}"},"Action":"sts:SetSourceIdentity"}]}"""));
}
