using IamCore.Administration.Accounts;
using IamCore.Administration.Organizations;
using IamCore.Model;
using IamCore.Policies;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

public sealed class OrganizationTests
{
    private const string DenyAll = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""";
    private const string DenyForeign = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}]}""";

    [Fact]
    public async Task Control_policies_reach_a_member_in_tree_order_and_never_the_management_account() // ID-022, ID-024
    {
        var d = await NewAsync();
        var organization = await d.DoAsync(new CreateOrganization());
        Assert.Matches("^o-[a-z0-9]{10,32}$", organization.Id);
        Assert.Matches("^r-[0-9a-z]{4,32}$", organization.RootId);
        var outer = await d.DoAsync(new CreateOrganizationalUnit(organization.RootId, "Outer"));
        var inner = await d.DoAsync(new CreateOrganizationalUnit(outer.Id, "Inner"));
        Assert.Matches($"^ou-{organization.RootId[2..]}-[0-9a-z]{{8,32}}$", inner.Id);
        var member = await d.DoAsync(new CreateAccount("Member", "member@example.com"));
        await d.DoAsync(new MoveAccount(member.Id, organization.RootId, inner.Id));
        var scp = (await d.DoAsync(new CreateControlPolicy("No", PolicyType.ServiceControl, DenyAll))).Value;
        var rcp = (await d.DoAsync(new CreateControlPolicy("Own", PolicyType.ResourceControl, DenyForeign))).Value;
        await d.DoAsync(new AttachControlPolicy(scp.Id, inner.Id));
        await d.DoAsync(new AttachControlPolicy(rcp.Id, member.Id));

        var policies = (await d.Directory.Principals.FindAccountAsync(member.AccountId, default))!;
        Assert.Equal($"{organization.Id}/{organization.RootId}/{outer.Id}/{inner.Id}/", policies.OrganizationPath);
        Assert.Equal(
            [["p-FullAWSAccess"], ["p-FullAWSAccess"], ["p-FullAWSAccess", "No"], ["p-FullAWSAccess"]],
            policies.ServiceControl.Select(level => level.Policies.Select(p => p.Name).ToArray()));
        Assert.Equal(
            ["organization root Root", "organizational unit Outer", "organizational unit Inner", "account Member"],
            policies.ServiceControl.Select(level => level.Origin));
        Assert.Equal(["p-RCPFullAWSAccess", "Own"], policies.ResourceControl[3].Policies.Select(p => p.Name));
        var management = (await d.Directory.Principals.FindAccountAsync(AccountId.Parse(Here), default))!;
        Assert.Empty(management.ServiceControl);
        Assert.Empty(management.ResourceControl);
        Assert.Equal($"{organization.Id}/{organization.RootId}/", management.OrganizationPath);
        Assert.Equal([inner.Id], (await d.DoAsync(new ListTargetsForControlPolicy(scp.Id))).Items);
        Assert.Equal(["No", "Own"], (await d.DoAsync(new ListControlPolicies())).Items.Select(p => p.Name));
        Assert.Equal(["No"], (await d.DoAsync(new ListControlPolicies { TargetId = inner.Id })).Items.Select(p => p.Name));
        Assert.Equal(["Main", "Member"], (await d.DoAsync(new ListAccounts())).Items.Select(a => a.Name));
        Assert.Equal(["Member"], (await d.DoAsync(new ListAccounts { ParentId = inner.Id })).Items.Select(a => a.Name));
        Assert.Equal(["Outer"], (await d.DoAsync(new ListOrganizationalUnitsForParent(organization.RootId))).Items.Select(u => u.Name));
    }

    [Fact]
    public async Task Control_policies_are_attached_detached_changed_and_deleted() // ID-024
    {
        var (d, organization) = await OrganizationAsync();
        var scp = (await d.DoAsync(new CreateControlPolicy("No", PolicyType.ServiceControl, DenyAll) { Description = "d" })).Value;
        await d.DoAsync(new AttachControlPolicy(scp.Id, organization.RootId));
        var before = await d.DumpAsync();
        await d.DoAsync(new AttachControlPolicy(scp.Id, organization.RootId));
        Assert.Equal(before, await d.DumpAsync());
        await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-024", new DeleteControlPolicy(scp.Id));
        await d.DoAsync(new DetachControlPolicy("p-FullAWSAccess", organization.RootId));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-024", new DetachControlPolicy(scp.Id, organization.RootId)); // the last one
        await d.DoAsync(new AttachControlPolicy("p-FullAWSAccess", organization.RootId));
        await d.DoAsync(new DetachControlPolicy(scp.Id, organization.RootId));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-024", new DetachControlPolicy(scp.Id, organization.RootId));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-024", new AttachControlPolicy("p-none", organization.RootId));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-022", new AttachControlPolicy(scp.Id, "ou-none-1"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-022", new AttachControlPolicy(scp.Id, "999988887777"));
        Assert.Equal("Never", (await d.DoAsync(new UpdateControlPolicy(scp.Id) { Name = "Never" })).Value.Name);
        await d.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "InvalidJson", new UpdateControlPolicy(scp.Id) { Content = "x" });
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-024", new UpdateControlPolicy("p-none"));
        await d.DoAsync(new DeleteControlPolicy(scp.Id));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-024", new DeleteControlPolicy(scp.Id));
    }

    [Fact]
    public async Task What_makes_no_control_policy_is_refused()
    {
        var (d, organization) = await OrganizationAsync();
        await d.DoAsync(new CreateControlPolicy("No", PolicyType.ServiceControl, DenyAll));
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-024", new CreateControlPolicy("NO", PolicyType.ResourceControl, DenyForeign));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-024", new CreateControlPolicy("x", PolicyType.Identity, DenyAll));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-024", new CreateControlPolicy(" ", PolicyType.ServiceControl, DenyAll));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "PL-190", new CreateControlPolicy("x", PolicyType.ServiceControl, DenyAll + new string(' ', 5120)));
        await d.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "EffectNotAllowed", new CreateControlPolicy("x", PolicyType.ResourceControl, DenyForeign.Replace("Deny", "Allow", StringComparison.Ordinal)));
        for (var i = 0; i < 4; i++)
        {
            var policy = (await d.DoAsync(new CreateControlPolicy($"p{i}", PolicyType.ServiceControl, DenyAll))).Value;
            await d.DoAsync(new AttachControlPolicy(policy.Id, organization.RootId));
        }

        var sixth = (await d.DoAsync(new CreateControlPolicy("six", PolicyType.ServiceControl, DenyAll))).Value;
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-024", new AttachControlPolicy(sixth.Id, organization.RootId));
    }

    [Fact]
    public async Task Units_are_renamed_and_deleted_when_empty()
    {
        var (d, organization) = await OrganizationAsync();
        var unit = await d.DoAsync(new CreateOrganizationalUnit(organization.RootId, "Unit"));
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-022", new CreateOrganizationalUnit(organization.RootId, "UNIT"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-022", new CreateOrganizationalUnit("ou-none-1", "x"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-022", new CreateOrganizationalUnit(Here, "x"));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-022", new CreateOrganizationalUnit(organization.RootId, ""));
        var child = await d.DoAsync(new CreateOrganizationalUnit(unit.Id, "Unit"));
        await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-022", new DeleteOrganizationalUnit(unit.Id));
        Assert.Equal("Child", (await d.DoAsync(new UpdateOrganizationalUnit(child.Id, "Child"))).Name);
        await d.DoAsync(new DeleteOrganizationalUnit(child.Id));
        await d.DoAsync(new DeleteOrganizationalUnit(unit.Id));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-022", new DeleteOrganizationalUnit(unit.Id));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-022", new UpdateOrganizationalUnit(unit.Id, "x"));
    }

    [Fact]
    public async Task Accounts_join_move_and_leave()
    {
        var (d, organization) = await OrganizationAsync();
        var unit = await d.DoAsync(new CreateOrganizationalUnit(organization.RootId, "Unit"));
        var account = await d.Directory.Instance.ExecuteAsync(new CreateAccount("Late", "late@example.com"));
        await d.DoAsync(new AddAccountToOrganization(account.Id));
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-022", new AddAccountToOrganization(account.Id));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-022", new AddAccountToOrganization("999988887777"));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-015", new AddAccountToOrganization("x"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-022", new MoveAccount(account.Id, unit.Id, organization.RootId));
        await d.DoAsync(new MoveAccount(account.Id, organization.RootId, unit.Id));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-022", new RemoveAccountFromOrganization(Here));
        await d.DoAsync(new RemoveAccountFromOrganization(account.Id));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-022", new RemoveAccountFromOrganization(account.Id));
        Assert.Null((await d.Directory.Principals.FindAccountAsync(account.AccountId, default))!.OrganizationPath);
    }

    [Fact]
    public async Task Only_the_management_account_manages()
    {
        var (d, organization) = await OrganizationAsync();
        var member = await d.DoAsync(new CreateAccount("Member", "member@example.com"));
        var there = d.Directory.ForAccount(member.AccountId);
        await d.RefusedAsync(IamErrorCode.AccountNotManagementOrDelegatedAdministrator, "ID-022", new CreateOrganizationalUnit(organization.RootId, "x"), there);
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-022", new CreateOrganization(), there);
        Assert.Equal(organization.Id, (await there.ExecuteAsync(new DescribeOrganization())).Id);
        var alone = await d.Directory.Instance.ExecuteAsync(new CreateAccount("Alone", "alone@example.com"));
        await d.RefusedAsync(IamErrorCode.OrganizationNotFound, "ID-022", new DescribeOrganization(), d.Directory.ForAccount(alone.AccountId));
        await d.RefusedAsync(IamErrorCode.OrganizationNotFound, "ID-022", new ListAccounts(), d.Directory.ForAccount(alone.AccountId));
    }

    [Fact]
    public async Task The_features_of_root_access_are_for_the_management_account_and_its_delegate() // ST-102, ST-099
    {
        var (d, organization) = await OrganizationAsync();
        var member = await d.DoAsync(new CreateAccount("Delegate", "delegate@example.com"));
        var theirs = d.Directory.ForAccount(member.AccountId);
        await d.RefusedAsync(IamErrorCode.AccountNotManagementOrDelegatedAdministrator, "ID-022", new EnableOrganizationsRootSessions(), theirs);
        await d.RefusedAsync(IamErrorCode.AccountNotManagementOrDelegatedAdministrator, "ID-022", new ListOrganizationsFeatures(), theirs);
        await d.RefusedAsync(IamErrorCode.AccountNotManagementOrDelegatedAdministrator, "ID-022", new RegisterDelegatedAdministrator(member.Id), theirs);
        Assert.Empty((await d.DoAsync(new ListOrganizationsFeatures())).EnabledFeatures);
        Assert.Equal(["RootSessions"], (await d.DoAsync(new EnableOrganizationsRootSessions())).EnabledFeatures);
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ST-099", new RegisterDelegatedAdministrator(Here));
        await d.DoAsync(new RegisterDelegatedAdministrator(member.Id));
        Assert.Equal(["RootCredentialsManagement", "RootSessions"], (await theirs.ExecuteAsync(new EnableOrganizationsRootCredentialsManagement())).EnabledFeatures);
        Assert.Equal(["RootCredentialsManagement"], (await theirs.ExecuteAsync(new DisableOrganizationsRootSessions())).EnabledFeatures);
        Assert.Equal(new OrganizationFeatures(organization.Id, []), await d.DoAsync(new DisableOrganizationsRootCredentialsManagement()));
        await d.DoAsync(new DeregisterDelegatedAdministrator(member.Id));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ST-099", new DeregisterDelegatedAdministrator(member.Id));
        await d.DoAsync(new RegisterDelegatedAdministrator(member.Id));
        await d.DoAsync(new RemoveAccountFromOrganization(member.Id)); // who leaves takes no power along, nor back
        Assert.Null((await d.DoAsync(new DescribeOrganization())).DelegatedAdministrator);
    }

    private static async Task<(TestDirectory, Organization)> OrganizationAsync()
    {
        var d = await NewAsync();
        return (d, await d.DoAsync(new CreateOrganization()));
    }
}
