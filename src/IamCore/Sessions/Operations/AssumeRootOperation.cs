using IamCore.Administration;

namespace IamCore.Sessions;

/// <summary><c>AssumeRoot</c> (ST-098 to ST-101).</summary>
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
        CallerDecision.Check(
            resolved, "sts:AssumeRoot", arn, new RequestContext { ["sts:TaskPolicyArn"] = input.TaskPolicyArn }, directory.Options.TimeProvider.GetUtcNow(), "ST-099");
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

    /// <summary>A user or role of the management account or of the delegated administrator, and a member account of the same organization (ST-099).</summary>
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
