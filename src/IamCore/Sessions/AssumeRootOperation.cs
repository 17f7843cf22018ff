using IamCore.Administration;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Sessions;

/// <summary>Performs <c>AssumeRoot</c> (ST-098 to ST-101).</summary>
internal sealed class AssumeRootOperation(IamDirectory directory, CallerResolver callers, SessionIssuer issuer)
{
    private const int MaxSeconds = 900;

    public async ValueTask<IssuedSession> RunAsync(Caller caller, AssumeRoot input, CancellationToken cancellationToken)
    {
        var check = new ParameterCheck(directory.Options.Quotas);
        check.Range(input.DurationSeconds, "DurationSeconds", 0, MaxSeconds, "ST-098");
        check.Require(TryAccount(input.TargetPrincipal, out var target), "TargetPrincipal", "must be an account id or the ARN of its root user", "ST-098");
        var task = RootTasks.NameOf(input.TaskPolicyArn);
        check.Require(task is not null, "TaskPolicyArn", "must be a root task policy", "ST-100");
        check.Throw();
        var resolved = await callers.ResolveAsync(caller, cancellationToken).ConfigureAwait(false);
        var member = await directory.Principals.FindAccountAsync(target, cancellationToken).ConfigureAwait(false);
        CheckMayManage(resolved, member);
        var arn = $"arn:{resolved.Partition}:iam::{target}:root";
        Decide(resolved, member!, arn, input.TaskPolicyArn);
        var seconds = input.DurationSeconds == 0 ? MaxSeconds : input.DurationSeconds;
        var session = issuer.Issue(TimeSpan.FromSeconds(seconds), new()
        {
            Kind = SessionKind.RootTask,
            Account = target.ToString(),
            TaskPolicy = task,
            SourceIdentity = (caller as Session)?.SourceIdentity,
            Origin = (caller as Session)?.Kind ?? SessionKind.None,
            AccessKeyId = "",
            Secret = "",
            IssuedAt = 0,
            ExpiresAt = 0,
        });
        return new(session, issuer.CredentialsOf(session));
    }

    /// <summary>
    /// Requires an allow by the identity policies. The member account's consent is the organization's feature, represented by a grant to
    /// the caller's account.
    /// </summary>
    private void Decide(ResolvedCaller caller, AccountPolicies member, string arn, string taskPolicyArn)
    {
        const string action = "sts:AssumeRoot";
        var name = ActionName.Parse(action);
        SessionRestrictions.Check(caller.Caller, name);
        var request = new AccessRequest(
            caller.Principal,
            name,
            ResourceName.Parse(arn),
            new LayeredContext(new RequestContext { ["sts:TaskPolicyArn"] = taskPolicyArn }, caller.Context),
            default,
            directory.Options.TimeProvider.GetUtcNow());
        var grant = PolicySets.Read(
            PolicyType.Resource,
            $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{caller.Account.Account.Id}}"},"Action":"{{action}}","Resource":"*"}]}""");
        var decision = PolicyEvaluator.Evaluate(
            in request,
            caller.Policies with { Resource = PolicySet.Compile(grant), ResourceControl = PolicySets.ResourceControlOf(member) });
        if (!decision.IsAllowed)
        {
            throw Denials.Decided(caller.Arn, action, arn, decision, "ST-099");
        }
    }

    /// <summary>
    /// Requires a user or role of the management account or delegated administrator, and a member account of the same organization
    /// (ST-099).
    /// </summary>
    private static void CheckMayManage(ResolvedCaller caller, AccountPolicies? member)
    {
        var organization = caller.Account.Organization;
        var account = caller.Account.Account.AccountId;
        var mayManage = !caller.Caller.IsRoot
            && caller.Caller is not Session { Kind: SessionKind.FederatedUser or SessionKind.Forwarded }
            && organization is { RootSessions: true }
            && (organization.ManagementAccount == account || organization.DelegatedAdministrator == account);
        var isMember = member is { Account.Status: AccountStatus.Active } && organization is not null && member.Organization?.Id == organization.Id
            && organization.ManagementAccount != member.Account.AccountId && member.Account.Partition == caller.Partition;
        // One answer for every reason, so that callers learn nothing about other accounts.
        if (!mayManage || !isMember)
        {
            throw Denials.Refused("The root user of this account cannot be assumed.", "ST-099");
        }
    }

    private static bool TryAccount(string? text, out AccountId account)
    {
        if (AccountId.TryParse(text, out account))
        {
            return true;
        }

        return Principal.TryParse(text, out var principal) && principal.Kind == PrincipalKind.RootUser && AccountId.TryParse(principal.Account.ToString(), out account);
    }
}
