using System.Collections.Immutable;

namespace IamCore.Model;

/// <summary>The values of all quotas (ID-182). Immutable; <see cref="With"/> returns a changed copy.</summary>
/// <example>
/// <code>
/// QuotaTable quotas = QuotaTable.Default.With(Quota.RolesPerAccount, 5000);
/// services.AddIamCore().ConfigureDirectory(options =&gt; options with { Quotas = quotas });
/// </code>
/// </example>
public sealed class QuotaTable
{
    private readonly ImmutableArray<int> _values;

    private QuotaTable(ImmutableArray<int> values) => _values = values;

    /// <summary>All quotas with their defaults. Quotas that follow another quota have its default (ID-189, ID-194).</summary>
    public static ValueList<QuotaDefinition> Definitions { get; } =
    [
        new(Quota.UsersPerAccount, "ID-183", "UsersPerAccount", 5000, 5000),
        new(Quota.GroupsPerAccount, "ID-184", "GroupsPerAccount", 300, 500),
        new(Quota.RolesPerAccount, "ID-185", "RolesPerAccount", 1000, 10000),
        new(Quota.PoliciesPerAccount, "ID-186", "PoliciesPerAccount", 1500, 10000),
        new(Quota.InstanceProfilesPerAccount, "ID-187", "InstanceProfilesPerAccount", 1000, 10000),
        new(Quota.ServerCertificatesPerAccount, "ID-188", "ServerCertificatesPerAccount", 20, 1000),
        new(Quota.VirtualMfaDevicesPerAccount, "ID-189", "VirtualMfaDevicesPerAccount", 5000, 5000),
        new(Quota.OpenIdConnectProvidersPerAccount, "ID-190", "OpenIdConnectProvidersPerAccount", 100, 700),
        new(Quota.SamlProvidersPerAccount, "ID-191", "SamlProvidersPerAccount", 100, 100),
        new(Quota.AliasesPerAccount, "ID-192", "AliasesPerAccount", 1, 1),
        new(Quota.GroupsPerUser, "ID-193", "GroupsPerUser", 10, 10),
        new(Quota.UsersPerGroup, "ID-194", "UsersPerGroup", 5000, 5000),
        new(Quota.AttachedPoliciesPerUser, "ID-195", "PoliciesPerUser", 10, 20),
        new(Quota.AttachedPoliciesPerRole, "ID-195", "PoliciesPerRole", 10, 25),
        new(Quota.AttachedPoliciesPerGroup, "ID-195", "PoliciesPerGroup", 10, 10),
        new(Quota.AccessKeysPerUser, "ID-197", "AccessKeysPerUser", 2, 2),
        new(Quota.AccessKeysPerRoot, "ID-197", "AccessKeysPerRoot", 2, 2),
        new(Quota.MfaDevicesPerUser, "ID-198", "MfaDevicesPerUser", 8, 8),
        new(Quota.MfaDevicesPerRoot, "ID-198", "MfaDevicesPerRoot", 8, 8),
        new(Quota.LoginProfilesPerUser, "ID-199", "LoginProfilesPerUser", 1, 1),
        new(Quota.SigningCertificatesPerUser, "ID-200", "SigningCertificatesPerUser", 2, 2),
        new(Quota.SshPublicKeysPerUser, "ID-201", "SSHPublicKeysPerUser", 5, 5),
        new(Quota.ServiceSpecificCredentialsPerUser, "ID-202", "ServiceSpecificCredentialsPerUser", 2, 2),
        new(Quota.InstanceSessionsPerInstanceProfile, "ID-203", "InstanceSessionsPerInstanceProfile", 1, 1),
        new(Quota.IdpsPerSamlProvider, "ID-204", "IdpsPerSamlProvider", 10, 10),
        new(Quota.KeysPerSamlProvider, "ID-204", "KeysPerSamlProvider", 10, 10),
        new(Quota.ClientIdsPerOpenIdConnectProvider, "ID-173", "ClientIdsPerOpenIdConnectProvider", 100, 100),
        new(Quota.ThumbprintsPerOpenIdConnectProvider, "ID-173", "ThumbprintsPerOpenIdConnectProvider", 5, 5),
        new(Quota.VersionsPerPolicy, "ID-205", "VersionsPerPolicy", 5, 5),
        new(Quota.TagsPerObject, "ID-206", "TagsPerObject", 50, 50),
        new(Quota.AclSizePerRole, "ID-207", "ACLSizePerRole", 2048, 8192),
        new(Quota.PolicySize, "ID-208", "PolicySize", 6144, 6144),
        new(Quota.UserPolicySize, "ID-209", "UserPolicySize", 2048, 2048),
        new(Quota.RolePolicySize, "ID-209", "RolePolicySize", 10240, 10240),
        new(Quota.GroupPolicySize, "ID-209", "GroupPolicySize", 5120, 5120),
        new(Quota.PolicyDocumentSize, "ID-210", "PolicyDocumentSize", 131072, 131072),
        new(Quota.SessionPolicySize, "ID-211", "SessionPolicySize", 2048, 2048),
        new(Quota.ManagedSessionPolicies, "ID-212", "ManagedSessionPolicies", 10, 10),
        new(Quota.SamlResponseSize, "ID-214", "SamlResponseSize", 100000, 100000),
        new(Quota.PasswordLength, "ID-215", "PasswordLength", 128, 128),
        new(Quota.MaxSessionDuration, "ID-217", "MaxSessionDuration", 43200, 43200),
        new(Quota.PermissionSetsPerInstance, "ID-218", "PermissionSetsPerInstance", 2000, int.MaxValue),
        new(Quota.PermissionSetsPerAccount, "ID-218", "PermissionSetsPerAccount", 50, int.MaxValue),
        new(Quota.ControlPolicySize, "PL-190", "ControlPolicySize", 5120, 5120),
        new(Quota.ControlPoliciesPerNode, "ID-024", "ControlPoliciesPerNode", 5, 5),
        new(Quota.PolicyVersionsInUse, "ID-222", "PolicyVersionsInUse", 10000, 10000),
        new(Quota.DirectoryUsersPerInstance, "ST-147", "DirectoryUsersPerInstance", 100_000, int.MaxValue),
        new(Quota.DirectoryGroupsPerInstance, "ST-147", "DirectoryGroupsPerInstance", 100_000, int.MaxValue),
    ];

    /// <summary>All quotas at their defaults.</summary>
    public static QuotaTable Default { get; } = new([.. ((IEnumerable<QuotaDefinition>)Definitions).Select(d => d.Default)]);

    /// <summary>Returns the value of a quota.</summary>
    /// <param name="quota">The quota.</param>
    /// <returns>The value in force.</returns>
    public int ValueOf(Quota quota) => quota switch
    {
        Quota.VirtualMfaDevicesPerAccount or Quota.UsersPerGroup => Math.Min(_values[(int)quota], _values[(int)Quota.UsersPerAccount]),
        _ => _values[(int)quota],
    };

    /// <summary>Returns the definition of a quota.</summary>
    /// <param name="quota">The quota.</param>
    /// <returns>The definition.</returns>
    public static QuotaDefinition DefinitionOf(Quota quota) => Definitions[(int)quota];

    /// <summary>Returns a copy with one value changed.</summary>
    /// <param name="quota">The quota.</param>
    /// <param name="value">The new value.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or exceeds the maximum.</exception>
    public QuotaTable With(Quota quota, int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, DefinitionOf(quota).Maximum);
        return new(_values.SetItem((int)quota, value));
    }

    /// <summary>Throws if a number exceeds the quota (ID-182).</summary>
    internal void Check(Quota quota, int actual)
    {
        if (actual > ValueOf(quota))
        {
            throw Exceeded(quota);
        }
    }

    /// <summary>Creates the error for an exceeded quota.</summary>
    internal IamException Exceeded(Quota quota)
    {
        var definition = DefinitionOf(quota);
        return new(IamErrorCode.LimitExceeded, FormattableString.Invariant($"Cannot exceed quota for {definition.Name}: {ValueOf(quota)}"), definition.Rule);
    }
}
