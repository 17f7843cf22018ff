using IamCore.Administration;
using IamCore.Administration.Credentials;
using IamCore.Administration.InstanceProfiles;
using IamCore.Administration.Organizations;
using IamCore.Administration.Policies;
using IamCore.Administration.Providers;
using IamCore.Administration.Roles;
using IamCore.Administration.Tags;
using IamCore.Administration.Users;
using IamCore.Callers;
using IamCore.IdentityCenter;
using IamCore.IdentityCenter.Assignments;
using IamCore.IdentityCenter.Devices;
using IamCore.IdentityCenter.Directory;
using IamCore.IdentityCenter.PermissionSets;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;

namespace IamCore.Tests.IdentityCenter;

/// <summary>What belongs to Identity Center is changed by it alone, and who administers it is asked (ST-138, ST-142, ST-144).</summary>
public sealed class ProtectionTests
{
    private const string Everything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    [Fact]
    public async Task No_IAM_operation_changes_the_role_or_the_provider()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var set = await f.SetAsync("Readers", CenterFixture.ReadDocs);
        await f.DoAsync(new AttachManagedPolicyToPermissionSet(set.Arn, CenterFixture.PowerUser));
        await f.DoAsync(new PutPermissionsBoundaryToPermissionSet(set.Arn) { ManagedPolicyArn = CenterFixture.PowerUser });
        await f.AssignAsync(user, set, CenterFixture.First);
        var role = (await f.RoleAsync(set, CenterFixture.First))!.Name;
        var provider = Assert.Single((await f.InAsync(CenterFixture.First, new ListSAMLProviders())).Items).Arn;
        await f.InAsync(CenterFixture.First, new CreateInstanceProfile("profile"));
        const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"222233334444"},"Action":"sts:AssumeRole"}]}""";
        const string Metadata = """<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"><IDPSSODescriptor><KeyDescriptor><X509Certificate xmlns="http://www.w3.org/2000/09/xmldsig#">AAAA</X509Certificate></KeyDescriptor></IDPSSODescriptor></EntityDescriptor>""";

        await RefusedAsync(f, new AttachRolePolicy(role, "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        await RefusedAsync(f, new DetachRolePolicy(role, CenterFixture.PowerUser));
        await RefusedAsync(f, new PutRolePolicy(role, "more", Everything));
        await RefusedAsync(f, new DeleteRolePolicy(role, "AwsSSOInlinePolicy"));
        await RefusedAsync(f, new PutRolePermissionsBoundary(role, CenterFixture.PowerUser));
        await RefusedAsync(f, new DeleteRolePermissionsBoundary(role));
        await RefusedAsync(f, new UpdateRole(role) { MaxSessionDuration = 3600 });
        await RefusedAsync(f, new UpdateRole(role) { Description = "mine" });
        await RefusedAsync(f, new UpdateRoleDescription(role, "mine"));
        await RefusedAsync(f, new UpdateAssumeRolePolicy(role, Trust));
        await RefusedAsync(f, new TagRole(role, [new("a", "b")]));
        await RefusedAsync(f, new UntagRole(role, ["a"]));
        await RefusedAsync(f, new AddRoleToInstanceProfile("profile", role));
        await RefusedAsync(f, new RevokeRoleSessions(role));
        await RefusedAsync(f, new DeleteRole(role));
        await RefusedAsync(f, new UpdateSAMLProvider(provider, Metadata + new string(' ', 1000)));
        await RefusedAsync(f, new TagSAMLProvider(provider, [new("a", "b")]));
        await RefusedAsync(f, new DeleteSAMLProvider(provider));
        Assert.Equal(role, (await f.InAsync(CenterFixture.First, new GetRole(role))).Role.Name); // reading is free

        var told = await Assert.ThrowsAsync<IamException>(() => f.InAsync(CenterFixture.First, new DeleteRole(role)));
        Assert.Equal($"Cannot perform the operation on the protected role '{role}' - this role is only modifiable by AWS", told.Message);
    }

    [Fact]
    public async Task Nobody_else_assumes_the_role_whatever_its_trust_says()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var set = await f.ReadersAsync(user);
        var role = (await f.RoleAsync(set, CenterFixture.First))!;
        var open = role with { TrustPolicy = new("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:*"}]}""") };
        Assert.True((await f.Store.CommitAsync(new() { Puts = [open] }, default)).IsCommitted);
        var admin = await CallerAsync(f, CenterFixture.First, Everything);
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDenied, () => new SecurityTokenService(f.Directory).AssumeRoleAsync(admin, new(role.Arn, "session")).AsTask());
    }

    [Fact]
    public async Task A_session_of_a_set_is_none_to_make_another_of()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        await f.AssignAsync(user, await f.SetAsync("All", Everything), CenterFixture.First);
        var issued = await f.Portal.GetRoleCredentialsAsync(await f.SignInAsync(user), AccountId.Parse(CenterFixture.First), "All");
        var sts = new SecurityTokenService(f.Directory);
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDenied, () => sts.CreateSignInTokenAsync(issued.Session).AsTask());
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDenied, () => sts.GetSessionTokenAsync(issued.Session, new()).AsTask());
    }

    /// <summary>All of instance, set and account must be allowed; each row leaves one out.</summary>
    [Theory]
    [InlineData("arn:aws:sso:::instance/*")]
    [InlineData("arn:aws:sso:::permissionSet/*")]
    [InlineData("arn:aws:sso:::account/222233334444")]
    public async Task An_assignment_needs_the_action_on_instance_set_and_account(string missing)
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var set = await f.SetAsync("Readers", CenterFixture.ReadDocs);
        var command = new CreateAccountAssignment(AssignmentPrincipalType.User, user.Id, set.Arn, CenterFixture.First);
        string[] all = ["arn:aws:sso:::instance/*", "arn:aws:sso:::permissionSet/*", "arn:aws:sso:::account/222233334444"];
        var limited = f.Directory.ForCaller(await CallerAsync(f, CenterFixture.Management, Allow("sso:*", [.. all.Where(arn => arn != missing)]), "limited"));
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => limited.ExecuteAsync(command));
        var whole = f.Directory.ForCaller(await CallerAsync(f, CenterFixture.Management, Allow("sso:CreateAccountAssignment", all), "whole"));
        Assert.Equal(AssignmentRequestStatus.Succeeded, (await whole.ExecuteAsync(command)).Status);
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => whole.ExecuteAsync(new CreateDirectoryUser("ben")));
    }

    [Fact]
    public async Task Directory_operations_are_asked_about_on_the_directory()
    {
        var f = await CenterFixture.NewAsync();
        var helpdesk = f.Directory.ForCaller(await CallerAsync(
            f, CenterFixture.Management, Allow("identitystore:CreateUser", [f.Instance.IdentityStoreArn]), "helpdesk"));
        var made = await helpdesk.ExecuteAsync(new CreateDirectoryUser("ana"));
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => helpdesk.ExecuteAsync(new DescribeDirectoryUser(made.Id)));
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => helpdesk.ExecuteAsync(new SetUserPassword(made.Id, CenterFixture.Password)));
        Assert.Contains(f.Mailbox.Audit, entry => entry.Action == "identitystore:CreateUser" && entry.Error is null && entry.PrincipalArn!.EndsWith("user/helpdesk", StringComparison.Ordinal));
        Assert.All(f.Mailbox.Audit, entry => Assert.DoesNotContain(CenterFixture.Password, entry.Parameters, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Callers_of_other_accounts_are_refused_whatever_they_are_allowed()
    {
        var f = await CenterFixture.NewAsync();
        var member = f.Directory.ForCaller(await CallerAsync(f, CenterFixture.First, Everything));
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => member.ExecuteAsync(new CreateDirectoryUser("ana")));
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => member.ExecuteAsync(new ListPermissionSets { InstanceArn = f.Instance.Arn }));
    }

    [Fact]
    public async Task A_delegated_administrator_does_not_rise_above_its_own_account()
    {
        var f = await CenterFixture.NewAsync();
        await f.DoAsync(new RegisterDelegatedAdministrator(CenterFixture.First));
        var deputy = f.Directory.ForCaller(await CallerAsync(f, CenterFixture.First, Everything));
        var boss = await f.UserAsync("boss");
        var chiefs = await f.DoAsync(new CreateDirectoryGroup("Chiefs"));
        var set = await f.SetAsync("Admin", Everything);
        await f.AssignAsync(chiefs, set, CenterFixture.Management);
        var member = await f.DoAsync(new CreateGroupMembership(chiefs.Id, boss.Id));

        var ana = await deputy.ExecuteAsync(new CreateDirectoryUser("ana"));
        var own = await deputy.ExecuteAsync(new CreatePermissionSet("Readers"));
        Assert.Equal(AssignmentRequestStatus.Succeeded, (await deputy.ExecuteAsync(new CreateAccountAssignment(AssignmentPrincipalType.User, ana.Id, own.Arn, CenterFixture.Second))).Status);

        await DeniedAsync(deputy, new CreateAccountAssignment(AssignmentPrincipalType.User, ana.Id, set.Arn, CenterFixture.Second)); // would provision it
        await DeniedAsync(deputy, new CreateAccountAssignment(AssignmentPrincipalType.User, ana.Id, own.Arn, CenterFixture.Management));
        await DeniedAsync(deputy, new DeleteAccountAssignment(AssignmentPrincipalType.Group, chiefs.Id, set.Arn, CenterFixture.Management));
        await DeniedAsync(deputy, new PutInlinePolicyToPermissionSet(set.Arn, CenterFixture.ReadDocs));
        await DeniedAsync(deputy, new UpdatePermissionSet(set.Arn) { SessionDuration = "PT12H" });
        await DeniedAsync(deputy, new ProvisionPermissionSet(set.Arn));
        await DeniedAsync(deputy, new RevokePermissionSetSessions(CenterFixture.Management, set.Arn));
        await DeniedAsync(deputy, new CreateGroupMembership(chiefs.Id, ana.Id));
        await DeniedAsync(deputy, new DeleteGroupMembership(member.MembershipId));
        await DeniedAsync(deputy, new UpdateDirectoryGroup(chiefs.Id) { ExternalIds = [new("scim", "1")] });
        await DeniedAsync(deputy, new DeleteDirectoryGroup(chiefs.Id));
        await DeniedAsync(deputy, new SetUserPassword(boss.Id, "Stolen-Horse-9"));
        await DeniedAsync(deputy, new SetUserStatus(boss.Id, DirectoryUserStatus.Disabled));
        await DeniedAsync(deputy, new UpdateDirectoryUser(boss.Id) { Email = "deputy@example.com" });
        await DeniedAsync(deputy, new DeleteDirectoryUser(boss.Id));
        await DeniedAsync(deputy, new CreatePortalDevice(boss.Id, "deputy's phone"));
        await DeniedAsync(deputy, new UpdateInstance { MfaMode = PortalMfaMode.Never });
        await DeniedAsync(deputy, new DeleteInstance());

        await deputy.ExecuteAsync(new SetUserPassword(ana.Id, CenterFixture.Password));
        await deputy.ExecuteAsync(new PutInlinePolicyToPermissionSet(own.Arn, CenterFixture.ReadDocs));
    }

    [Fact]
    public async Task An_instance_of_one_account_serves_that_account_alone()
    {
        var f = await CenterFixture.NewAsync();
        var own = await f.InAsync(CenterFixture.Second, new CreateInstance("Own"));
        Assert.Null(own.OrganizationId);
        var user = await f.InAsync(CenterFixture.Second, new CreateDirectoryUser("ana"));
        var set = await f.InAsync(CenterFixture.Second, new CreatePermissionSet("Readers"));
        await f.InAsync(CenterFixture.Second, new CreateAccountAssignment(AssignmentPrincipalType.User, user.Id, set.Arn, CenterFixture.Second));
        await CenterFixture.RefusedAsync(IamErrorCode.ResourceNotFoundException, () => f.InAsync(
            CenterFixture.Second, new CreateAccountAssignment(AssignmentPrincipalType.User, user.Id, set.Arn, CenterFixture.First)));
        await CenterFixture.RefusedAsync(IamErrorCode.ConflictException, () => f.InAsync(CenterFixture.Second, new CreateInstance("Again")));
        await CenterFixture.RefusedAsync(IamErrorCode.ResourceNotFoundException, () => f.DoAsync(new DescribeDirectoryUser(user.Id))); // of another instance
    }

    private static async Task RefusedAsync<T>(CenterFixture f, IamCommand<T> command)
    {
        var refusal = await Assert.ThrowsAsync<IamException>(() => f.InAsync(CenterFixture.First, command));
        Assert.True(refusal.ErrorCode == IamErrorCode.UnmodifiableEntity, $"{command.Action}: {refusal.Message}");
    }

    private static async Task DeniedAsync<T>(IamAdministration deputy, IamCommand<T> command)
    {
        var refusal = await Assert.ThrowsAsync<IamException>(() => deputy.ExecuteAsync(command));
        Assert.True(refusal is { ErrorCode: IamErrorCode.AccessDeniedException } && refusal.Details.Any(d => d.Rule == "ST-142"), $"{command.Action}: {refusal.Code} {refusal.Message}");
    }

    private static string Allow(string action, string[] resources) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"{{action}}","Resource":[{{string.Join(',', resources.Select(r => $"\"{r}\""))}}]}]}""";

    private static async Task<Caller> CallerAsync(CenterFixture f, string account, string policy, string name = "admin")
    {
        await f.InAsync(account, new CreateUser(name));
        await f.InAsync(account, new PutUserPolicy(name, "own", policy));
        var key = await f.InAsync(account, new CreateAccessKey(name));
        return await new CallerAuthenticator(f.Directory).AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
    }
}
