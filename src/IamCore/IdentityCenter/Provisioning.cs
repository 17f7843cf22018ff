using System.Text;
using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>Creates, updates and removes the roles that represent permission sets in target accounts (ST-143 to ST-146).</summary>
internal static class Provisioning
{
    public const string InlinePolicyName = "AwsSSOInlinePolicy";

    /// <summary>Where sessions are presented; the trust policy requires this audience (ST-143).</summary>
    public const string Audience = "https://signin.aws.amazon.com/saml";

    private const string RolePath = "/aws-reserved/sso.amazonaws.com/";

    /// <summary>Creates or updates the role of a permission set in an account.</summary>
    /// <returns>Why it failed; null if it succeeded.</returns>
    public static async ValueTask<string?> ProvisionAsync(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set, IamAccount target)
    {
        var policies = new List<ObjectKey>(set.ManagedPolicies);
        foreach (var reference in (IEnumerable<CustomerPolicyReference>)set.CustomerPolicies)
        {
            if (await FindPolicyAsync(work, target, reference).ConfigureAwait(false) is not { } policy)
            {
                return MissingPolicy(reference, target);
            }

            policies.Add(policy.Key);
        }

        var boundary = set.ManagedBoundary;
        if (set.CustomerBoundary is { } own)
        {
            if (await FindPolicyAsync(work, target, own).ConfigureAwait(false) is not { } policy)
            {
                return MissingPolicy(own, target);
            }

            boundary = policy.Key;
        }

        var key = ProvisionedPermissionSet.KeyOf(set.Id, target.AccountId);
        var provisioned = await work.FindAsync<ProvisionedPermissionSet>(key).ConfigureAwait(false);
        var role = provisioned is null ? null : await work.FindAsync<IamRole>(new ObjectKey(ObjectKind.Role, provisioned.RoleId)).ConfigureAwait(false);
        if (provisioned is null || role is null)
        {
            (provisioned, role) = await BeginAsync(work, instance, set, target).ConfigureAwait(false);
        }

        IEnumerable<InlinePolicy> inline = set.InlinePolicy is { } text ? [new(InlinePolicyName, text)] : [];
        var changed = role with
        {
            Description = set.Description,
            AttachedPolicies = [.. policies],
            InlinePolicies = [.. inline.Concat(Revocations.Of(role, work.Now)).OrderBy(p => p.Name, StringComparer.Ordinal)],
            PermissionsBoundary = boundary,
        };
        work.Put(changed);
        work.Put(provisioned with { Version = set.Version });
        return null;
    }

    /// <summary>
    /// Updates the roles of a permission set in all accounts. An account that lacks a policy keeps its role unchanged and is reported
    /// (ST-145).
    /// </summary>
    /// <returns>Why it failed, for each account in which it did.</returns>
    public static async ValueTask<List<string>> ProvisionAllAsync(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set)
    {
        var reasons = new List<string>();
        foreach (var provisioned in await ProvisionedAsync(work, set).ConfigureAwait(false))
        {
            var target = await work.FindAsync<IamAccount>(new ObjectKey(ObjectKind.Account, provisioned.TargetAccount.ToString())).ConfigureAwait(false);
            if (target is not null && await ProvisionAsync(work, instance, set, target).ConfigureAwait(false) is { } reason)
            {
                reasons.Add(reason);
            }
        }

        return reasons;
    }

    public static ValueTask<List<ProvisionedPermissionSet>> ProvisionedAsync(AdministrationWork work, PermissionSet set) =>
        work.ReferrersAsync<ProvisionedPermissionSet>(ObjectKind.ProvisionedPermissionSet, Relation.AssignedSet, set.Key, set.Scope);

    /// <summary>Ends all assignments of a user or group that is being deleted (ST-134).</summary>
    public static async ValueTask UnassignAllAsync(AdministrationWork work, IdentityCenterInstance instance, ObjectKey principal)
    {
        foreach (var assignment in await work.ReferrersAsync<AccountAssignment>(
            ObjectKind.AccountAssignment, Relation.AssignedPrincipal, principal, instance.Scope).ConfigureAwait(false))
        {
            await UnassignAsync(work, assignment).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Ends an assignment. The last assignment of a permission set in an account takes the role and its sessions with it (ST-146, ID-119).
    /// </summary>
    public static async ValueTask UnassignAsync(AdministrationWork work, AccountAssignment assignment)
    {
        work.Delete(assignment);
        var key = ProvisionedPermissionSet.KeyOf(assignment.PermissionSetId, assignment.TargetAccount);
        var others = await work.CountReferrersAsync(ObjectKind.AccountAssignment, Relation.Assignment, key, assignment.Scope).ConfigureAwait(false);
        if (others > 0 || await work.FindAsync<ProvisionedPermissionSet>(key).ConfigureAwait(false) is not { } provisioned)
        {
            return;
        }

        if (await work.FindAsync<IamRole>(new ObjectKey(ObjectKind.Role, provisioned.RoleId)).ConfigureAwait(false) is { } role)
        {
            work.Delete(role);
        }

        work.Delete(provisioned);
    }

    private static async ValueTask<(ProvisionedPermissionSet Provisioned, IamRole Role)> BeginAsync(
        AdministrationWork work, IdentityCenterInstance instance, PermissionSet set, IamAccount target)
    {
        await work.CheckQuotaAsync(
            ObjectKind.ProvisionedPermissionSet, Relation.TargetAccount, target.Key, Quota.PermissionSetsPerAccount, instance.Scope).ConfigureAwait(false);
        await work.CheckQuotaAsync(ObjectKind.Role, Quota.RolesPerAccount, target.Id).ConfigureAwait(false);
        var provider = await work.FindAsync<SamlProvider>(SamlProvider.InstanceKey(target.AccountId, instance.Id)).ConfigureAwait(false)
            ?? await CreateProviderAsync(work, instance, target).ConfigureAwait(false);
        var role = new IamRole
        {
            Id = work.NewId(ObjectKind.Role),
            Account = target.AccountId,
            Partition = target.Partition,
            Name = $"AWSReservedSSO_{set.Name}_{work.Options.Random.Text(16, InstanceRules.Hex)}",
            Path = instance.HomeRegion == "us-east-1" ? RolePath : $"{RolePath}{instance.HomeRegion}/",
            CreateDate = work.Now,
            Owner = RoleOwner.IdentityCenter,
            MaxSessionDuration = 43_200,
            TrustPolicy = TrustOf(provider),
        };
        return (new()
        {
            Id = ProvisionedPermissionSet.KeyOf(set.Id, target.AccountId).Id,
            Account = instance.Account,
            InstanceId = instance.Id,
            PermissionSetId = set.Id,
            TargetAccount = target.AccountId,
            RoleId = role.Id,
            ProviderId = provider.Id,
            Version = set.Version,
            CreateDate = work.Now,
        }, role);
    }

    /// <summary>
    /// Creates the provider that the roles trust. It has no key, so no assertion is ever accepted for it: only Identity Center can use it
    /// (ST-144).
    /// </summary>
    private static async ValueTask<SamlProvider> CreateProviderAsync(AdministrationWork work, IdentityCenterInstance instance, IamAccount target)
    {
        await work.CheckQuotaAsync(ObjectKind.SamlProvider, Quota.SamlProvidersPerAccount, target.Id).ConfigureAwait(false);
        var metadata = new StringBuilder("<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"")
            .Append(PortalSubject.IssuerOf(instance))
            .Append("\"><md:IDPSSODescriptor protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\"/></md:EntityDescriptor>").ToString();
        var provider = new SamlProvider
        {
            Id = work.NewId(ObjectKind.SamlProvider),
            Account = target.AccountId,
            Partition = target.Partition,
            Name = $"AWSSSO_{work.Options.Random.Text(16, InstanceRules.Hex)}_DO_NOT_DELETE",
            CreateDate = work.Now,
            Metadata = metadata,
            ValidUntil = work.Now.AddYears(100),
            InstanceId = instance.Id,
        };
        work.Put(provider);
        return provider;
    }

    private static PolicyText TrustOf(SamlProvider provider) => new(
        $$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"{{{{provider.Arn}}}}"},"Action":["sts:AssumeRoleWithSAML","sts:TagSession"],"Condition":{"StringEquals":{"SAML:aud":"{{{{Audience}}}}"}}}]}""");

    private static async ValueTask<ManagedPolicy?> FindPolicyAsync(AdministrationWork work, IamAccount target, CustomerPolicyReference reference) =>
        await work.FindAsync<ManagedPolicy>(DirectoryKeys.ManagedPolicy(target.AccountId, reference.Name)).ConfigureAwait(false) is { } policy && policy.Path == reference.Path
            ? policy : null;

    private static string MissingPolicy(CustomerPolicyReference reference, IamAccount target) =>
        $"The account {target.Id} has no managed policy {reference.Path}{reference.Name}.";
}
