using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>Returns the number of objects in the account and its quotas, under the names of AWS's <c>SummaryMap</c> (ID-222).</summary>
public sealed record GetAccountSummary : IamQuery<IReadOnlyDictionary<string, int>>
{
    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<IReadOnlyDictionary<string, int>> ApplyAsync(AdministrationWork work)
    {
        var root = work.Account.Key;
        var policies = await work.AllAsync<ManagedPolicy>(ObjectKind.ManagedPolicy).ConfigureAwait(false);
        var devices = await work.AllAsync<MfaDevice>(ObjectKind.MfaDevice).ConfigureAwait(false);
        var quotas = work.Quotas;
        return new SortedDictionary<string, int>(StringComparer.Ordinal)
        {
            ["Users"] = await work.CountAsync(ObjectKind.User).ConfigureAwait(false),
            ["UsersQuota"] = quotas.ValueOf(Quota.UsersPerAccount),
            ["Groups"] = await work.CountAsync(ObjectKind.Group).ConfigureAwait(false),
            ["GroupsQuota"] = quotas.ValueOf(Quota.GroupsPerAccount),
            ["Roles"] = await work.CountAsync(ObjectKind.Role).ConfigureAwait(false),
            ["RolesQuota"] = quotas.ValueOf(Quota.RolesPerAccount),
            ["Policies"] = policies.Count,
            ["PoliciesQuota"] = quotas.ValueOf(Quota.PoliciesPerAccount),
            ["PolicyVersionsInUse"] = policies.Sum(p => p.Versions.Count),
            ["PolicyVersionsInUseQuota"] = quotas.ValueOf(Quota.PolicyVersionsInUse),
            ["VersionsPerPolicyQuota"] = quotas.ValueOf(Quota.VersionsPerPolicy),
            ["InstanceProfiles"] = await work.CountAsync(ObjectKind.InstanceProfile).ConfigureAwait(false),
            ["InstanceProfilesQuota"] = quotas.ValueOf(Quota.InstanceProfilesPerAccount),
            ["ServerCertificates"] = await work.CountAsync(ObjectKind.ServerCertificate).ConfigureAwait(false),
            ["ServerCertificatesQuota"] = quotas.ValueOf(Quota.ServerCertificatesPerAccount),
            ["Providers"] = await work.CountAsync(ObjectKind.OidcProvider).ConfigureAwait(false) + await work.CountAsync(ObjectKind.SamlProvider).ConfigureAwait(false),
            ["MFADevices"] = devices.Count,
            ["MFADevicesInUse"] = devices.Count(d => d.Owner is not null),
            ["AccountMFAEnabled"] = devices.Exists(d => d.Owner == root) ? 1 : 0,
            ["AccountAccessKeysPresent"] = await HasAsync(work, ObjectKind.AccessKey, root).ConfigureAwait(false),
            ["AccountPasswordPresent"] = await work.FindAsync<LoginProfile>(LoginProfile.KeyOf(root)).ConfigureAwait(false) is null ? 0 : 1,
            ["AccountSigningCertificatesPresent"] = await HasAsync(work, ObjectKind.SigningCertificate, root).ConfigureAwait(false),
            ["AccessKeysPerUserQuota"] = quotas.ValueOf(Quota.AccessKeysPerUser),
            ["SigningCertificatesPerUserQuota"] = quotas.ValueOf(Quota.SigningCertificatesPerUser),
            ["GroupsPerUserQuota"] = quotas.ValueOf(Quota.GroupsPerUser),
            ["AttachedPoliciesPerUserQuota"] = quotas.ValueOf(Quota.AttachedPoliciesPerUser),
            ["AttachedPoliciesPerGroupQuota"] = quotas.ValueOf(Quota.AttachedPoliciesPerGroup),
            ["AttachedPoliciesPerRoleQuota"] = quotas.ValueOf(Quota.AttachedPoliciesPerRole),
            ["PolicySizeQuota"] = quotas.ValueOf(Quota.PolicySize),
            ["UserPolicySizeQuota"] = quotas.ValueOf(Quota.UserPolicySize),
            ["GroupPolicySizeQuota"] = quotas.ValueOf(Quota.GroupPolicySize),
            ["RolePolicySizeQuota"] = quotas.ValueOf(Quota.RolePolicySize),
            ["AssumeRolePolicySizeQuota"] = quotas.ValueOf(Quota.AclSizePerRole),
            ["GlobalEndpointTokenVersion"] = 2,
        };
    }

    private static async ValueTask<int> HasAsync(AdministrationWork work, ObjectKind kind, ObjectKey root) =>
        await work.CountReferrersAsync(kind, Relation.Credential, root).ConfigureAwait(false) > 0 ? 1 : 0;
}
