using IamCore.Callers;
using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Sessions;

/// <summary>The decisions of a trust request by a principal with an account (ST-035 to ST-040).</summary>
internal sealed class RoleAssumption
{
    private readonly ResolvedCaller _caller;
    private readonly PrincipalPolicies _role;
    private readonly IamRole _target;
    private readonly RequestContext _keys;
    private readonly PolicySet _trust;
    private readonly DateTimeOffset _now;

    /// <param name="caller">Who wants to assume.</param>
    /// <param name="role">The role with its account.</param>
    /// <param name="keys">The keys of ST-034 beside those of the caller.</param>
    /// <param name="now">The time.</param>
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

    /// <summary>Throws <c>AccessDenied</c> unless the role may be assumed.</summary>
    public void Check()
    {
        CheckRole();
        var decision = Decide("sts:AssumeRole", _trust);
        if (!decision.IsAllowed)
        {
            throw Denials.Decided(_caller.Arn, "sts:AssumeRole", _target.Arn, decision, "ST-040", IsSameAccount);
        }
    }

    /// <summary>Throws <c>AccessDenied</c> unless tags may be passed (ST-038).</summary>
    public void CheckTags()
    {
        var decision = Decide("sts:TagSession", _trust);
        if (!decision.IsAllowed)
        {
            throw Denials.Decided(_caller.Arn, "sts:TagSession", _target.Arn, decision, "ST-038", IsSameAccount);
        }
    }

    /// <summary>Throws <c>AccessDenied</c> unless a source identity may be set. When chaining or across accounts the identity policies must
    /// allow it whomever the trust policy names: the second question is asked of a trust in the account as a whole (ST-039).</summary>
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

    /// <summary>What policies do not say: partitions do not mix, service-linked and Identity Center roles have their own ways (ID-070, ST-117, ST-144).</summary>
    private void CheckRole()
    {
        if (_target.Partition != _caller.Partition || _target.Owner != RoleOwner.Customer)
        {
            throw Denials.Decided(_caller.Arn, "sts:AssumeRole", _target.Arn, default, "ST-144", tellsReason: false);
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
