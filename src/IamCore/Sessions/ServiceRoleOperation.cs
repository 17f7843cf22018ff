using IamCore.Administration;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Sessions;

/// <summary>
/// Assumes roles for services themselves (ST-115 to ST-119) and for workloads (ST-109, ST-110). No user's credentials are involved.
/// </summary>
internal sealed class ServiceRoleOperation(IamDirectory directory, CallerResolver callers, SessionIssuer issuer)
{
    public async ValueTask<IssuedSession> AssumeAsync(
        ServiceHandle service, string roleArn, string sessionName, ServicePurpose purpose, int durationSeconds, CancellationToken cancellationToken)
    {
        var check = new ParameterCheck(directory.Options.Quotas);
        SessionInput.RoleArn(check, roleArn);
        SessionInput.RoleSessionName(check, sessionName);
        check.Range(durationSeconds, "DurationSeconds", 900, 43200, "ST-116");
        check.Throw();
        // A role that does not exist and one that does not trust the service look alike.
        var role = await callers.FindRoleAsync(roleArn, cancellationToken).ConfigureAwait(false) ?? throw Refused(roleArn);
        var keys = await KeysOfAsync(service.Service.Principal, purpose, cancellationToken).ConfigureAwait(false);
        Decide(service.Service.Principal, role, sessionName, keys);
        return Issue(role, SessionKind.ServiceRole, sessionName, TimeSpan.FromSeconds(durationSeconds), []);
    }

    /// <summary>Returns a session of the role in a workload's instance profile.</summary>
    public IssuedSession ForWorkload(PrincipalPolicies role, string workloadId, WorkloadLocation location)
    {
        Decide(directory.Credentials.Options.WorkloadService, role, workloadId, new RequestContext());
        return Issue(role, SessionKind.WorkloadRole, workloadId, directory.Credentials.Options.WorkloadDuration, [.. location.Keys()]);
    }

    private IssuedSession Issue(PrincipalPolicies role, SessionKind kind, string name, TimeSpan duration, FrozenKey[] frozen)
    {
        var session = issuer.Issue(duration, new()
        {
            Kind = kind,
            Account = role.Entity.Account.ToString(),
            EntityId = role.Entity.Id,
            Name = name,
            Keys = frozen,
            AccessKeyId = "",
            Secret = "",
            IssuedAt = 0,
            ExpiresAt = 0,
        });
        return new(session, issuer.CredentialsOf(session));
    }

    private void Decide(string service, PrincipalPolicies role, string sessionName, RequestContext keys)
    {
        var target = (IamRole)role.Entity;
        if (IsOfAnotherService(target, service))
        {
            throw Refused(target.Arn);
        }

        keys["sts:RoleSessionName"] = sessionName;
        var trust = FederatedTrust.ForServices(PolicySets.Read(target.Key, PolicyType.Trust, target.TrustPolicy));
        var request = new AccessRequest(
            Principal.Service(service),
            ActionName.Parse("sts:AssumeRole"),
            ResourceName.Parse(target.Arn),
            keys,
            target.Account,
            directory.Options.TimeProvider.GetUtcNow());
        var policies = new ApplicablePolicies { Resource = trust, ResourceControl = PolicySets.ResourceControlOf(role.Account) };
        if (!PolicyEvaluator.Evaluate(in request, in policies).IsAllowed)
        {
            throw Refused(target.Arn);
        }
    }

    /// <summary>
    /// Whether the role belongs to another service. A service-linked role belongs to its service; an Identity Center role belongs to none
    /// (ST-117, ST-144).
    /// </summary>
    private static bool IsOfAnotherService(IamRole role, string service) =>
        role.Owner == RoleOwner.IdentityCenter
        || (role.Owner == RoleOwner.Service && role.Path != $"/aws-service-role/{service}/");

    private async ValueTask<RequestContext> KeysOfAsync(string service, ServicePurpose purpose, CancellationToken cancellationToken)
    {
        var keys = new RequestContext { ["aws:PrincipalServiceNamesList"] = ContextValue.Many(service) };
        var sourceAccount = purpose.SourceAccount;
        if (purpose.SourceArn is { } arn)
        {
            keys["aws:SourceArn"] = arn;
            sourceAccount ??= Arn.TryParse(arn, out var parsed) && AccountId.IsValid(parsed.Account) ? parsed.Account.ToString() : null;
        }

        if (sourceAccount is null)
        {
            return keys;
        }

        keys["aws:SourceAccount"] = sourceAccount;
        var account = AccountId.TryParse(sourceAccount, out var id)
            ? await directory.Principals.FindAccountAsync(id, cancellationToken).ConfigureAwait(false) : null;
        if (account is { Organization: { } organization, OrganizationPath: { } path })
        {
            keys["aws:SourceOrgID"] = organization.Id;
            keys["aws:SourceOrgPaths"] = ContextValue.Many(path);
        }

        return keys;
    }

    private static IamException Refused(string roleArn) => Denials.Refused($"The service is not authorized to perform: sts:AssumeRole on resource: {roleArn}", "ST-115");
}
