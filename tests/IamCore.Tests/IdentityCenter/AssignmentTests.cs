using IamCore.Administration.Organizations;
using IamCore.Administration.Policies;
using IamCore.Administration.Providers;
using IamCore.Administration.Roles;
using IamCore.Credentials;
using IamCore.IdentityCenter;
using IamCore.IdentityCenter.Assignments;
using IamCore.IdentityCenter.Directory;
using IamCore.IdentityCenter.PermissionSets;
using IamCore.Model;
using IamCore.Policies;

namespace IamCore.Tests.IdentityCenter;

/// <summary>Permission sets in accounts: what their roles are, how changes reach running sessions, and when access ends (ST-140 to ST-146, ST-150, ST-153).</summary>
public sealed class AssignmentTests
{
    [Fact]
    public async Task ST_143_a_provisioned_role_has_the_reserved_name_and_path_and_trusts_its_own_SAML_provider_alone()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var set = await f.SetAsync("Readers", CenterFixture.ReadDocs, "PT2H");
        var request = await f.AssignAsync(user, set, CenterFixture.First);
        Assert.Equal(AssignmentRequestStatus.Succeeded, (await f.DoAsync(new DescribeAccountAssignmentCreationStatus(request.Id))).Status);

        var role = (await f.RoleAsync(set, CenterFixture.First))!;
        Assert.Matches("^AWSReservedSSO_Readers_[0-9a-f]{16}$", role.Name);
        Assert.Equal(("/aws-reserved/sso.amazonaws.com/", 43_200, RoleOwner.IdentityCenter), (role.Path, role.MaxSessionDuration, role.Owner));
        var provider = Assert.Single((await f.InAsync(CenterFixture.First, new ListSAMLProviders())).Items);
        Assert.Matches("^AWSSSO_[0-9a-f]{16}_DO_NOT_DELETE$", provider.Name);
        Assert.Equal(
            $$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"{{{{provider.Arn}}}}"},"Action":["sts:AssumeRoleWithSAML","sts:TagSession"],"Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}}]}""",
            role.TrustPolicy.ToString());
        Assert.Equal(CenterFixture.ReadDocs, Assert.Single(role.InlinePolicies).Document.ToString());
    }

    [Fact]
    public async Task Elsewhere_the_home_region_is_part_of_the_path()
    {
        var f = await CenterFixture.NewAsync();
        await f.DoAsync(new DeleteInstance());
        await f.DoAsync(new CreateInstance { HomeRegion = "eu-west-1" });
        var user = await f.DoAsync(new CreateDirectoryUser("ana"));
        var set = await f.SetAsync("Readers");
        await f.AssignAsync(user, set, CenterFixture.First);
        Assert.Equal("/aws-reserved/sso.amazonaws.com/eu-west-1/", (await f.RoleAsync(set, CenterFixture.First))!.Path);
    }

    [Fact]
    public async Task Assigning_again_succeeds_and_changes_nothing()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var set = await f.ReadersAsync(user);
        var role = await f.RoleAsync(set, CenterFixture.First);
        Assert.Equal(AssignmentRequestStatus.Succeeded, (await f.AssignAsync(user, set, CenterFixture.First)).Status);
        Assert.Equal(role, await f.RoleAsync(set, CenterFixture.First));
        Assert.Single((await f.DoAsync(new ListAccountAssignments(CenterFixture.First, set.Arn))).Items);
    }

    [Fact]
    public async Task A_policy_that_the_account_lacks_fails_the_assignment_and_nothing_is_made()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var set = await f.SetAsync("Own");
        await f.DoAsync(new AttachCustomerManagedPolicyReferenceToPermissionSet(set.Arn, new("Docs", "/team/")));
        await f.InAsync(CenterFixture.First, new CreatePolicy("Docs", CenterFixture.ReadDocs)); // another path
        var request = await f.AssignAsync(user, set, CenterFixture.First);
        Assert.Equal(AssignmentRequestStatus.Failed, request.Status);
        Assert.Contains("/team/Docs", request.FailureReason, StringComparison.Ordinal);
        Assert.Empty((await f.InAsync(CenterFixture.First, new ListRoles())).Items);
        Assert.Empty((await f.DoAsync(new ListAccountAssignments(CenterFixture.First, set.Arn))).Items);
    }

    [Fact]
    public async Task A_change_of_the_set_reaches_running_sessions_at_once()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var set = await f.ReadersAsync(user);
        var issued = await f.ReaderAsync(await f.SignInAsync(user));
        Assert.Equal((true, false), (await f.MayAsync(issued.Session, "docs:Read"), await f.MayAsync(issued.Session, "docs:Write")));

        await f.DoAsync(new PutInlinePolicyToPermissionSet(set.Arn, CenterFixture.WriteDocs));
        Assert.Equal((false, true), (await f.MayAsync(issued.Session, "docs:Read"), await f.MayAsync(issued.Session, "docs:Write")));
        await f.DoAsync(new AttachManagedPolicyToPermissionSet(set.Arn, CenterFixture.PowerUser));
        Assert.True(await f.MayAsync(issued.Session, "docs:Read"));
        await f.DoAsync(new PutPermissionsBoundaryToPermissionSet(set.Arn) { ManagedPolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess" });
        Assert.Equal((false, false), (await f.MayAsync(issued.Session, "docs:Read"), await f.MayAsync(issued.Session, "docs:Write")));
        await f.DoAsync(new DeletePermissionsBoundaryFromPermissionSet(set.Arn));
        await f.DoAsync(new DetachManagedPolicyFromPermissionSet(set.Arn, CenterFixture.PowerUser));
        await f.DoAsync(new DeleteInlinePolicyFromPermissionSet(set.Arn));
        Assert.Equal((false, false), (await f.MayAsync(issued.Session, "docs:Read"), await f.MayAsync(issued.Session, "docs:Write")));
    }

    [Fact]
    public async Task Without_auto_provisioning_a_change_waits_until_it_is_provisioned()
    {
        var f = await CenterFixture.NewAsync();
        await f.DoAsync(new UpdateInstance { AutoProvision = false });
        var user = await f.UserAsync("ana");
        var set = await f.ReadersAsync(user);
        await f.AssignAsync(user, set, CenterFixture.Second);
        var issued = await f.ReaderAsync(await f.SignInAsync(user));
        Assert.Equal(ProvisioningStatus.LatestProvisioned, await StatusAsync(f, set, CenterFixture.First));

        await f.DoAsync(new PutInlinePolicyToPermissionSet(set.Arn, CenterFixture.WriteDocs));
        Assert.Equal(ProvisioningStatus.LatestNotProvisioned, await StatusAsync(f, set, CenterFixture.First));
        Assert.True(await f.MayAsync(issued.Session, "docs:Read"));
        await f.DoAsync(new ProvisionPermissionSet(set.Arn, CenterFixture.First));
        Assert.Equal(
            (ProvisioningStatus.LatestProvisioned, ProvisioningStatus.LatestNotProvisioned), (await StatusAsync(f, set, CenterFixture.First), await StatusAsync(f, set, CenterFixture.Second)));
        Assert.True(await f.MayAsync(issued.Session, "docs:Write"));
        await f.DoAsync(new ProvisionPermissionSet(set.Arn));
        Assert.Equal(ProvisioningStatus.LatestProvisioned, await StatusAsync(f, set, CenterFixture.Second));

        await f.DoAsync(new PutInlinePolicyToPermissionSet(set.Arn, CenterFixture.ReadDocs));
        await f.DoAsync(new UpdatePermissionSet(set.Arn) { SessionDuration = "PT4H" }); // provisions by itself
        Assert.Equal(ProvisioningStatus.LatestProvisioned, await StatusAsync(f, set, CenterFixture.First));
    }

    [Fact]
    public async Task An_account_that_lacks_a_policy_keeps_its_role_and_the_others_go_on()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var set = await f.ReadersAsync(user);
        await f.AssignAsync(user, set, CenterFixture.Second);
        await f.InAsync(CenterFixture.Second, new CreatePolicy("Docs", CenterFixture.WriteDocs));
        await f.DoAsync(new AttachCustomerManagedPolicyReferenceToPermissionSet(set.Arn, new("Docs")));
        Assert.Equal(
            (ProvisioningStatus.LatestNotProvisioned, ProvisioningStatus.LatestProvisioned), (await StatusAsync(f, set, CenterFixture.First), await StatusAsync(f, set, CenterFixture.Second)));
        Assert.Single((await f.RoleAsync(set, CenterFixture.Second))!.AttachedPolicies);
        var failed = await f.DoAsync(new ProvisionPermissionSet(set.Arn));
        Assert.Equal(AssignmentRequestStatus.Failed, failed.Status);
        Assert.Contains(CenterFixture.First, failed.FailureReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_assignment_takes_the_role_and_its_sessions_with_it_and_the_next_one_makes_another_role()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var set = await f.ReadersAsync(user);
        var before = (await f.RoleAsync(set, CenterFixture.First))!.Name;
        var portal = await f.SignInAsync(user);
        var issued = await f.ReaderAsync(portal);
        Assert.Equal(AssignmentRequestStatus.Succeeded, (await f.UnassignAsync(user, set, CenterFixture.First)).Status);

        await CenterFixture.RefusedAsync(IamErrorCode.InvalidClientTokenId, () => f.MayAsync(issued.Session, "docs:Read")); // at once, with the role
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => f.ReaderAsync(portal));
        Assert.Empty(await f.Portal.ListAccountsAsync(portal));
        await f.AssignAsync(user, set, CenterFixture.First);
        Assert.NotEqual(before, (await f.RoleAsync(set, CenterFixture.First))!.Name);
    }

    [Fact]
    public async Task While_others_are_assigned_a_running_session_ends_with_its_hour_and_there_is_no_other()
    {
        var f = await CenterFixture.NewAsync();
        var ana = await f.UserAsync("ana");
        var ben = await f.UserAsync("ben");
        var set = await f.ReadersAsync(ana, ben);
        var portal = await f.SignInAsync(ana);
        var issued = await f.ReaderAsync(portal);
        await f.UnassignAsync(ana, set, CenterFixture.First);

        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => f.ReaderAsync(portal));
        f.Clock.SetUtcNow(f.Clock.GetUtcNow().AddHours(1).AddMilliseconds(-1));
        Assert.True(await f.MayAsync(issued.Session, "docs:Read"));
        f.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await CenterFixture.RefusedAsync(IamErrorCode.ExpiredToken, () => f.MayAsync(issued.Session, "docs:Read"));
    }

    [Fact]
    public async Task Revocation_ends_the_running_sessions_of_all_or_of_one_user_and_survives_provisioning()
    {
        var f = await CenterFixture.NewAsync();
        var ana = await f.UserAsync("ana");
        var ben = await f.UserAsync("ben");
        var set = await f.ReadersAsync(ana, ben);
        var (portalA, portalB) = (await f.SignInAsync(ana), await f.SignInAsync(ben));
        var (a, b) = (await f.ReaderAsync(portalA), await f.ReaderAsync(portalB));
        f.Clock.Advance(TimeSpan.FromMilliseconds(1));

        await f.DoAsync(new RevokePermissionSetSessions(CenterFixture.First, set.Arn) { UserId = ana.Id });
        Assert.Equal((false, true), (await f.MayAsync(a.Session, "docs:Read"), await f.MayAsync(b.Session, "docs:Read")));
        Assert.True(await f.MayAsync((await f.ReaderAsync(portalA)).Session, "docs:Read")); // a later one
        await f.DoAsync(new PutInlinePolicyToPermissionSet(set.Arn, CenterFixture.ReadDocs + " "));
        Assert.False(await f.MayAsync(a.Session, "docs:Read"));
        await f.DoAsync(new RevokePermissionSetSessions(CenterFixture.First, set.Arn));
        Assert.False(await f.MayAsync(b.Session, "docs:Read"));

        f.Clock.Advance(TimeSpan.FromHours(13)); // no session of then is left
        await f.DoAsync(new PutInlinePolicyToPermissionSet(set.Arn, CenterFixture.ReadDocs));
        Assert.Single((await f.RoleAsync(set, CenterFixture.First))!.InlinePolicies);
    }

    [Fact]
    public async Task An_account_that_left_the_organization_is_out_of_reach()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var set = await f.ReadersAsync(user);
        var portal = await f.SignInAsync(user);
        var other = await f.SetAsync("Other");
        await f.DoAsync(new RemoveAccountFromOrganization(CenterFixture.First));
        Assert.Empty(await f.Portal.ListAccountsAsync(portal));
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => f.ReaderAsync(portal));
        await CenterFixture.RefusedAsync(IamErrorCode.ResourceNotFoundException, () => f.AssignAsync(user, other, CenterFixture.First));
        await f.UnassignAsync(user, set, CenterFixture.First); // what is left there can be cleared away
        Assert.Empty((await f.InAsync(CenterFixture.First, new ListRoles())).Items);
    }

    [Fact]
    public async Task Deleting_a_group_or_user_ends_its_assignments()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var crew = await f.DoAsync(new CreateDirectoryGroup("Crew"));
        await f.DoAsync(new CreateGroupMembership(crew.Id, user.Id));
        var set = await f.ReadersAsync(user, crew);
        await CenterFixture.RefusedAsync(IamErrorCode.ConflictException, () => f.DoAsync(new DeletePermissionSet(set.Arn)));
        await f.DoAsync(new DeleteDirectoryGroup(crew.Id));
        Assert.Empty((await f.DoAsync(new DescribeDirectoryUser(user.Id))).Groups);
        Assert.NotNull(await f.RoleAsync(set, CenterFixture.First));
        await f.DoAsync(new DeleteDirectoryUser(user.Id));
        Assert.Null(await f.RoleAsync(set, CenterFixture.First));
        await f.DoAsync(new DeletePermissionSet(set.Arn));
    }

    [Fact]
    public async Task ST_151_a_session_carries_the_users_attributes_provider_and_user_id()
    {
        var f = await CenterFixture.NewAsync();
        await f.DoAsync(new UpdateInstance
        {
            AccessControlAttributes = [new("Department", "${path:enterprise.department}"), new("Given", "${path:name.givenName}"), new("Missing", "${path:title}")],
        });
        var user = await f.DoAsync(new CreateDirectoryUser("Zoë.Å§b@d") { Name = new("Zoë", null), Attributes = [new("enterprise.department", "Sales")] });
        await f.DoAsync(new SetUserPassword(user.Id, CenterFixture.Password));
        await f.ReadersAsync(user);
        var session = (await f.ReaderAsync(await f.SignInAsync(user))).Session;
        var provider = Assert.Single((await f.InAsync(CenterFixture.First, new ListSAMLProviders())).Items);

        Assert.Equal((SessionKind.IdentityCenterRole, "Zo-.--b@d"), (session.Kind, session.Name));
        Assert.Equal("Sales", await f.KeyOfAsync(session, "aws:PrincipalTag/Department"));
        Assert.Equal("Zoë", await f.KeyOfAsync(session, "aws:PrincipalTag/Given"));
        Assert.Null(await f.KeyOfAsync(session, "aws:PrincipalTag/Missing"));
        Assert.Equal(provider.Arn, await f.KeyOfAsync(session, "aws:FederatedProvider"));
        Assert.Equal(user.Id, await f.KeyOfAsync(session, "identitystore:UserId"));
        Assert.Equal(user.Id, await f.KeyOfAsync(session, "saml:sub"));
        Assert.Equal("persistent", await f.KeyOfAsync(session, "saml:sub_type"));
        Assert.NotNull(await f.KeyOfAsync(session, "saml:namequalifier"));
        Assert.Null(await f.KeyOfAsync(session, "aws:username"));
        Assert.Equal("false", await f.KeyOfAsync(session, "aws:MultiFactorAuthPresent"));
        Assert.False((await f.DecideAsync(session, "iam:CreateUser")).IsAllowed);
    }

    [Fact]
    public async Task A_resource_control_policy_closes_the_door_to_an_account()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        await f.ReadersAsync(user);
        var portal = await f.SignInAsync(user);
        var policy = await f.DoAsync(new CreateControlPolicy(
            "Closed", PolicyType.ResourceControl, """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRoleWithSAML","Resource":"*"}]}"""));
        await f.DoAsync(new AttachControlPolicy(policy.Value.Id, CenterFixture.First));
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => f.ReaderAsync(portal));
    }

    private static async Task<ProvisioningStatus> StatusAsync(CenterFixture f, PermissionSet set, string account) =>
        (await f.DoAsync(new ListAccountsForProvisionedPermissionSet(set.Arn))).Items.Single(item => item.AccountId.ToString() == account).Status;
}
