using IamCore.Model;

namespace IamCore.Tests.Model;

public sealed class QuotaTests
{
    [Theory]
    [InlineData(Quota.UsersPerAccount, 5000, 5000)]
    [InlineData(Quota.GroupsPerAccount, 300, 500)]
    [InlineData(Quota.RolesPerAccount, 1000, 10000)]
    [InlineData(Quota.PoliciesPerAccount, 1500, 10000)]
    [InlineData(Quota.InstanceProfilesPerAccount, 1000, 10000)]
    [InlineData(Quota.ServerCertificatesPerAccount, 20, 1000)]
    [InlineData(Quota.VirtualMfaDevicesPerAccount, 5000, 5000)]
    [InlineData(Quota.OpenIdConnectProvidersPerAccount, 100, 700)]
    [InlineData(Quota.SamlProvidersPerAccount, 100, 100)]
    [InlineData(Quota.AliasesPerAccount, 1, 1)]
    [InlineData(Quota.GroupsPerUser, 10, 10)]
    [InlineData(Quota.UsersPerGroup, 5000, 5000)]
    [InlineData(Quota.AttachedPoliciesPerUser, 10, 20)]
    [InlineData(Quota.AttachedPoliciesPerRole, 10, 25)]
    [InlineData(Quota.AttachedPoliciesPerGroup, 10, 10)]
    [InlineData(Quota.AccessKeysPerUser, 2, 2)]
    [InlineData(Quota.AccessKeysPerRoot, 2, 2)]
    [InlineData(Quota.MfaDevicesPerUser, 8, 8)]
    [InlineData(Quota.MfaDevicesPerRoot, 8, 8)]
    [InlineData(Quota.LoginProfilesPerUser, 1, 1)]
    [InlineData(Quota.SigningCertificatesPerUser, 2, 2)]
    [InlineData(Quota.SshPublicKeysPerUser, 5, 5)]
    [InlineData(Quota.ServiceSpecificCredentialsPerUser, 2, 2)]
    [InlineData(Quota.InstanceSessionsPerInstanceProfile, 1, 1)]
    [InlineData(Quota.IdpsPerSamlProvider, 10, 10)]
    [InlineData(Quota.KeysPerSamlProvider, 10, 10)]
    [InlineData(Quota.ClientIdsPerOpenIdConnectProvider, 100, 100)]
    [InlineData(Quota.ThumbprintsPerOpenIdConnectProvider, 5, 5)]
    [InlineData(Quota.VersionsPerPolicy, 5, 5)]
    [InlineData(Quota.TagsPerObject, 50, 50)]
    [InlineData(Quota.AclSizePerRole, 2048, 8192)]
    [InlineData(Quota.PolicySize, 6144, 6144)]
    [InlineData(Quota.UserPolicySize, 2048, 2048)]
    [InlineData(Quota.RolePolicySize, 10240, 10240)]
    [InlineData(Quota.GroupPolicySize, 5120, 5120)]
    [InlineData(Quota.PolicyDocumentSize, 131072, 131072)]
    [InlineData(Quota.SessionPolicySize, 2048, 2048)]
    [InlineData(Quota.ManagedSessionPolicies, 10, 10)]
    [InlineData(Quota.SamlResponseSize, 100000, 100000)]
    [InlineData(Quota.PasswordLength, 128, 128)]
    [InlineData(Quota.PermissionSetsPerInstance, 2000, int.MaxValue)]
    [InlineData(Quota.PermissionSetsPerAccount, 50, int.MaxValue)]
    public void Each_has_its_default_and_its_highest_value(Quota quota, int expectedDefault, int highest) // ID-182 to ID-218
    {
        Assert.Equal(expectedDefault, QuotaTable.Default.ValueOf(quota));
        Assert.Equal(highest, QuotaTable.DefinitionOf(quota).Maximum);
        Assert.Equal(1, QuotaTable.Default.With(quota, 1).ValueOf(quota));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuotaTable.Default.With(quota, -1));
        if (highest < int.MaxValue)
        {
            Assert.Equal(highest, QuotaTable.Default.With(quota, highest).ValueOf(quota));
            Assert.Throws<ArgumentOutOfRangeException>(() => QuotaTable.Default.With(quota, highest + 1));
        }
    }

    [Fact]
    public void The_table_is_in_the_order_of_the_quotas() =>
        Assert.Equal(Enum.GetValues<Quota>(), QuotaTable.Definitions.Select(d => d.Quota));

    [Fact]
    public void Members_and_devices_follow_the_quota_of_users() // ID-189, ID-194
    {
        var table = QuotaTable.Default.With(Quota.UsersPerAccount, 7);
        Assert.Equal(7, table.ValueOf(Quota.UsersPerGroup));
        Assert.Equal(7, table.ValueOf(Quota.VirtualMfaDevicesPerAccount));
        Assert.Equal(3, table.With(Quota.UsersPerGroup, 3).ValueOf(Quota.UsersPerGroup));
    }
}
