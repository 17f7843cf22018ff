using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Configuration;
using IamCore.Credentials;
using IamCore.IdentityCenter;
using IamCore.IdentityCenter.Assignments;
using IamCore.IdentityCenter.Devices;
using IamCore.IdentityCenter.Directory;
using IamCore.IdentityCenter.PermissionSets;
using IamCore.IdentityCenter.Portal;
using IamCore.Model;
using IamCore.Policies;

namespace IamCore.Tests.IdentityCenter;

/// <summary>The rows of <c>seed-coverage.md</c> about Identity Center.</summary>
public sealed class CenterSeedTests
{
    [Fact]
    public async Task SC_038_an_invited_user_sets_a_password_once_and_sees_the_assigned_accounts()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.DoAsync(new CreateDirectoryUser("ana") { Email = "ana@example.com" });
        await f.ReadersAsync(user);
        var invitation = Assert.Single(f.Mailbox.Invitations);
        Assert.Equal(("ana@example.com", "https://portal.example.com/start", user.Id), (invitation.Email, invitation.PortalUrl, invitation.UserId));
        Assert.DoesNotContain(invitation.Token, invitation.ToString(), StringComparison.Ordinal);

        await f.Portal.RedeemInvitationAsync(invitation.Token, CenterFixture.Password);
        await CenterFixture.RefusedAsync(
            IamErrorCode.AccessDeniedException, () => f.Portal.RedeemInvitationAsync(invitation.Token, "Another-Horse-8").AsTask());
        var session = await f.SignInAsync(user);
        Assert.Equal([CenterFixture.First], (await f.Portal.ListAccountsAsync(session)).Select(account => account.AccountId.ToString()));
    }

    [Fact]
    public async Task SC_055_what_a_person_may_do_after_sign_in_is_what_the_set_says()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        await f.InAsync(CenterFixture.First, new CreatePolicy("Limit", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["docs:*","mail:*"],"Resource":"*"}]}"""));
        var set = await f.SetAsync("Mixed", """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"docs:Delete*","Resource":"*"}]}""");
        await f.DoAsync(new AttachManagedPolicyToPermissionSet(set.Arn, CenterFixture.PowerUser));
        await f.DoAsync(new PutPermissionsBoundaryToPermissionSet(set.Arn) { CustomerManagedPolicyReference = new("Limit") });
        Assert.Equal(AssignmentRequestStatus.Succeeded, (await f.AssignAsync(user, set, CenterFixture.First)).Status);
        var issued = await f.Portal.GetRoleCredentialsAsync(await f.SignInAsync(user), AccountId.Parse(CenterFixture.First), "Mixed");

        Assert.Equal(Decision.Allow, (await f.DecideAsync(issued.Session, "docs:Read")).Decision); // managed, within the boundary
        Assert.Equal(Decision.ExplicitDeny, (await f.DecideAsync(issued.Session, "docs:DeletePage")).Decision); // inline
        Assert.Equal(Decision.ImplicitDeny, (await f.DecideAsync(issued.Session, "chat:Read")).Decision); // managed, outside of the boundary
        Assert.Equal(Decision.ImplicitDeny, (await f.DecideAsync(issued.Session, "iam:CreateUser")).Decision); // neither
    }

    [Fact]
    public async Task SC_068_users_and_groups_are_assigned_to_accounts_from_one_place()
    {
        var f = await CenterFixture.NewAsync();
        var ana = await f.UserAsync("ana");
        var ben = await f.UserAsync("ben");
        var crew = await f.DoAsync(new CreateDirectoryGroup("Crew"));
        await f.DoAsync(new CreateGroupMembership(crew.Id, ben.Id));
        var readers = await f.SetAsync("Readers", CenterFixture.ReadDocs);
        var writers = await f.SetAsync("Writers", CenterFixture.WriteDocs);
        await f.AssignAsync(ana, readers, CenterFixture.First);
        await f.AssignAsync(crew, writers, CenterFixture.First);
        await f.AssignAsync(crew, writers, CenterFixture.Second);

        Assert.Equal([ana.Key], (await f.DoAsync(new ListAccountAssignments(CenterFixture.First, readers.Arn))).Items.Select(a => a.Principal));
        Assert.Equal(
            [CenterFixture.First, CenterFixture.Second],
            (await f.DoAsync(new ListAccountAssignmentsForPrincipal(AssignmentPrincipalType.Group, crew.Id))).Items.Select(a => a.TargetAccount.ToString()));
        var session = await f.SignInAsync(ben);
        Assert.Equal([CenterFixture.First, CenterFixture.Second], (await f.Portal.ListAccountsAsync(session)).Select(a => a.AccountId.ToString()));
        Assert.Equal(["Writers"], (await f.Portal.ListAccountRolesAsync(session, AccountId.Parse(CenterFixture.First))).Select(r => r.Name));
    }

    [Fact]
    public async Task SC_069_one_set_assigned_to_three_accounts_makes_three_roles()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var set = await f.SetAsync("Readers", CenterFixture.ReadDocs);
        string[] accounts = [CenterFixture.First, CenterFixture.Second, CenterFixture.Third];
        foreach (var account in accounts)
        {
            await f.AssignAsync(user, set, account);
        }

        var names = new HashSet<string>();
        foreach (var account in accounts)
        {
            var role = Assert.Single((await f.InAsync(account, new ListRoles())).Items);
            Assert.Matches($"^arn:aws:iam::{account}:role/aws-reserved/sso\\.amazonaws\\.com/AWSReservedSSO_Readers_[0-9a-f]{{16}}$", role.Arn);
            Assert.True(names.Add(role.Name));
        }
    }

    [Fact]
    public async Task SC_070_an_external_provider_signs_in_users_that_the_same_operations_provisioned()
    {
        var f = await CenterFixture.NewAsync(new() { ExternalProvider = new FakeProvider() });
        await f.DoAsync(new UpdateInstance { IdentitySource = IdentitySource.ExternalProvider });
        var user = await f.DoAsync(new CreateDirectoryUser("ana") { Email = "ana@example.com", ExternalIds = [new("scim", "42")] });
        await f.ReadersAsync(user);

        Assert.Empty(f.Mailbox.Invitations); // the provider keeps the passwords
        var session = await f.Portal.SignInWithProofAsync("ana is who she says");
        Assert.Equal(user.Id, session.UserId);
        Assert.Equal(user.Id, await f.DoAsync(new GetUserId { ExternalId = new("scim", "42") }));
        Assert.True(await f.MayAsync((await f.Portal.GetRoleCredentialsAsync(session, AccountId.Parse(CenterFixture.First), "Readers")).Session, "docs:Read"));
        await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.SignInWithProofAsync("forged").AsTask());
        await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.SignInWithProofAsync("nobody is who she says").AsTask());
        await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.SignInAsync(new("ana", CenterFixture.Password)).AsTask());
    }

    [Fact]
    public async Task SC_071_credentials_last_as_long_as_the_set_says()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        await f.AssignAsync(user, await f.SetAsync("Short", CenterFixture.ReadDocs), CenterFixture.First);
        await f.AssignAsync(user, await f.SetAsync("Long", CenterFixture.ReadDocs, "PT12H"), CenterFixture.First);
        var portal = await f.SignInAsync(user);
        var first = AccountId.Parse(CenterFixture.First);
        var brief = await f.Portal.GetRoleCredentialsAsync(portal, first, "Short");
        var wide = await f.Portal.GetRoleCredentialsAsync(portal, first, "Long");

        Assert.StartsWith("ASIA", brief.Credentials.AccessKeyId, StringComparison.Ordinal);
        Assert.Equal((f.Clock.GetUtcNow().AddHours(1), f.Clock.GetUtcNow().AddHours(12)), (brief.Credentials.Expiration, wide.Credentials.Expiration));
        f.Clock.SetUtcNow(f.Clock.GetUtcNow().AddHours(1).AddMilliseconds(-1));
        Assert.True(await f.MayAsync(brief.Session, "docs:Read"));
        f.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await CenterFixture.RefusedAsync(IamErrorCode.ExpiredToken, () => f.MayAsync(brief.Session, "docs:Read"));
        Assert.True(await f.MayAsync(wide.Session, "docs:Read"));
    }

    [Fact]
    public async Task SC_072_users_enrol_and_remove_their_own_devices_and_administrators_enforce_them()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var session = await f.SignInAsync(user);
        var made = await f.Portal.AddDeviceAsync(session, "phone");
        Assert.Null(Assert.Single(await f.Portal.ListDevicesAsync(session)).EnableDate);
        var seed = Sessions.SessionFixture.Unbase32(made.Base32StringSeed);
        await f.Portal.EnableDeviceAsync(session, made.DeviceId, f.Code(seed, -1), f.Code(seed));

        await f.DoAsync(new UpdateInstance { MfaMode = PortalMfaMode.Always });
        f.Clock.Advance(TimeSpan.FromMinutes(1));
        var asked = await f.Portal.SignInAsync(new("ana", CenterFixture.Password));
        Assert.Equal((SignInStatus.MfaRequired, made.DeviceId), (asked.Status, Assert.Single(asked.Devices).DeviceId));
        var signedIn = await f.Portal.SubmitCodeAsync(asked.Handle!, new(made.DeviceId, f.Code(seed)));
        Assert.Equal(f.Clock.GetUtcNow(), signedIn.Session!.MultiFactorAuthTime);

        await f.Portal.RenameDeviceAsync(signedIn.Session, made.DeviceId, "old phone");
        Assert.Equal("old phone", Assert.Single(await f.Portal.ListDevicesAsync(signedIn.Session)).DeviceName);
        await f.Portal.RemoveDeviceAsync(signedIn.Session, made.DeviceId);
        Assert.Empty(await f.DoAsync(new ListPortalDevices(user.Id)));

        await f.DoAsync(new UpdateInstance { AllowUserDeviceManagement = false });
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => f.Portal.AddDeviceAsync(signedIn.Session, "tablet").AsTask());
        await f.AppAsync(user, "by an administrator");
        Assert.Single(await f.DoAsync(new ListPortalDevices(user.Id)));
    }

    [Fact]
    public async Task SC_073_one_sign_in_reaches_every_assigned_role_without_another_prompt()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var readers = await f.SetAsync("Readers", CenterFixture.ReadDocs);
        var writers = await f.SetAsync("Writers", CenterFixture.WriteDocs);
        await f.DoAsync(new UpdatePermissionSet(writers.Arn) { RelayState = "https://docs.example.com/" });
        await f.AssignAsync(user, readers, CenterFixture.First);
        await f.AssignAsync(user, readers, CenterFixture.Second);
        await f.AssignAsync(user, writers, CenterFixture.Second);
        var session = await f.SignInAsync(user);

        var reached = new List<string>();
        foreach (var account in (IEnumerable<PortalAccount>)await f.Portal.ListAccountsAsync(session))
        {
            foreach (var role in (IEnumerable<PortalRole>)await f.Portal.ListAccountRolesAsync(session, account.AccountId))
            {
                var signIn = await f.Portal.SignInToAccountAsync(session, account.AccountId, role.Name);
                var action = role.Name == "Readers" ? "docs:Read" : "docs:Write";
                Assert.True(await f.MayAsync(signIn.Session, action));
                reached.Add($"{account.AccountId}/{role.Name}/{signIn.RelayState}");
            }
        }

        Assert.Equal(
            [$"{CenterFixture.First}/Readers/", $"{CenterFixture.Second}/Readers/", $"{CenterFixture.Second}/Writers/https://docs.example.com/"], reached);
    }

    [Fact]
    public async Task SC_099_the_whole_life_of_a_directory_user()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var crew = await f.DoAsync(new CreateDirectoryGroup("Crew"));
        var membership = await f.DoAsync(new CreateGroupMembership(crew.Id, user.Id));
        await f.ReadersAsync(crew);
        var session = await f.SignInAsync(user);
        var first = AccountId.Parse(CenterFixture.First);
        Assert.True(await f.MayAsync((await f.Portal.GetRoleCredentialsAsync(session, first, "Readers")).Session, "docs:Read"));

        await f.DoAsync(new SetUserStatus(user.Id, DirectoryUserStatus.Disabled));
        await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.SignInAsync(new("ana", CenterFixture.Password)).AsTask());
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => f.Portal.GetRoleCredentialsAsync(session, first, "Readers").AsTask());
        await f.DoAsync(new SetUserStatus(user.Id, DirectoryUserStatus.Enabled));
        Assert.NotNull(await f.Portal.GetRoleCredentialsAsync(session, first, "Readers"));

        await f.DoAsync(new DeleteGroupMembership(membership.MembershipId));
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => f.Portal.GetRoleCredentialsAsync(session, first, "Readers").AsTask());
        await f.DoAsync(new DeleteDirectoryUser(user.Id));
        await CenterFixture.RefusedAsync(IamErrorCode.ResourceNotFoundException, () => f.DoAsync(new DescribeDirectoryUser(user.Id)));
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => f.Portal.ListAccountsAsync(session).AsTask());
        Assert.Empty((await f.DoAsync(new ListUsers())).Items); // never an IAM user
    }

    /// <summary>Vouches for whoever "is who she says".</summary>
    private sealed class FakeProvider : IExternalIdentityProvider
    {
        private const string Words = " is who she says";

        public ValueTask<ExternalIdentity?> VerifyAsync(string instanceArn, string proof, CancellationToken cancellationToken) =>
            new(proof.EndsWith(Words, StringComparison.Ordinal) ? new ExternalIdentity(proof[..^Words.Length]) : null);
    }
}
