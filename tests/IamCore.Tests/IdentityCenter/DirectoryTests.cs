using IamCore.Configuration;
using IamCore.Credentials;
using IamCore.IdentityCenter;
using IamCore.IdentityCenter.Directory;
using IamCore.IdentityCenter.Portal;
using IamCore.Model;
using IamCore.Policies;

namespace IamCore.Tests.IdentityCenter;

/// <summary>Directory users and groups, passwords, invitations and portal sessions (ST-132 to ST-137, ST-148, ST-153).</summary>
public sealed class DirectoryTests
{
    [Fact]
    public async Task Names_are_unique_without_regard_to_case_and_external_ids_with_it()
    {
        var f = await CenterFixture.NewAsync();
        await f.DoAsync(new CreateDirectoryUser("Zoë") { ExternalIds = [new("scim", "a")] });
        await CenterFixture.RefusedAsync(IamErrorCode.ConflictException, () => f.DoAsync(new CreateDirectoryUser("ZOË")));
        await CenterFixture.RefusedAsync(IamErrorCode.ConflictException, () => f.DoAsync(new CreateDirectoryUser("ben") { ExternalIds = [new("scim", "a")] }));
        var other = await f.DoAsync(new CreateDirectoryUser("ben") { ExternalIds = [new("scim", "A")] });
        await CenterFixture.RefusedAsync(IamErrorCode.ConflictException, () => f.DoAsync(new UpdateDirectoryUser(other.Id) { UserName = "zoë" }));
        Assert.Equal(other.Id, await f.DoAsync(new GetUserId { UserName = "BEN" }));
        await f.DoAsync(new CreateDirectoryGroup("Crew"));
        await CenterFixture.RefusedAsync(IamErrorCode.ConflictException, () => f.DoAsync(new CreateDirectoryGroup("CREW")));
        await CenterFixture.RefusedAsync(IamErrorCode.ResourceNotFoundException, () => f.DoAsync(new GetUserId { UserName = "nobody" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words\t")]
    [InlineData("line\nbreak")]
    public async Task Bad_user_names_are_refused(string name)
    {
        var f = await CenterFixture.NewAsync();
        await CenterFixture.RefusedAsync(IamErrorCode.ValidationException, () => f.DoAsync(new CreateDirectoryUser(name)));
        await CenterFixture.RefusedAsync(IamErrorCode.ValidationException, () => f.DoAsync(new CreateDirectoryUser(new string('x', 129))));
    }

    /// <summary>8 to 64 characters, at least one each of lower, upper, digit, other (ST-136).</summary>
    [Theory]
    [InlineData("Abcde-7", false)]
    [InlineData("Abcdef-7", true)]
    [InlineData("abcdef-7", false)]
    [InlineData("ABCDEF-7", false)]
    [InlineData("Abcdefg-", false)]
    [InlineData("Abcdefg7", false)]
    [InlineData("Åbcdef 7", true)]
    public async Task Passwords_follow_the_rules(string password, bool isGood)
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.DoAsync(new CreateDirectoryUser("ana"));
        Task Set(string text) => f.DoAsync(new SetUserPassword(user.Id, text));
        if (isGood)
        {
            await Set(password);
            await Set(password + new string('x', 64 - password.Length));
        }
        else
        {
            var refusal = await CenterFixture.RefusedAsync(IamErrorCode.ValidationException, () => Set(password));
            Assert.DoesNotContain(password, refusal.Message, StringComparison.Ordinal);
        }

        await CenterFixture.RefusedAsync(IamErrorCode.ValidationException, () => Set("Abcdef-7" + new string('x', 57)));
    }

    [Fact]
    public async Task The_last_three_passwords_are_not_used_again()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.DoAsync(new CreateDirectoryUser("ana"));
        foreach (var n in (int[])[1, 2, 3])
        {
            await f.DoAsync(new SetUserPassword(user.Id, $"Password-{n}"));
        }

        foreach (var n in (int[])[1, 2, 3])
        {
            await CenterFixture.RefusedAsync(IamErrorCode.ValidationException, () => f.DoAsync(new SetUserPassword(user.Id, $"Password-{n}")));
        }

        await f.DoAsync(new SetUserPassword(user.Id, "Password-4"));
        await f.DoAsync(new SetUserPassword(user.Id, "Password-1"));
    }

    [Fact]
    public async Task An_invitation_lasts_seven_days_and_is_void_once_the_address_or_the_password_changed()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.DoAsync(new CreateDirectoryUser("ana") { Email = "typo@example.com" });
        await f.DoAsync(new UpdateDirectoryUser(user.Id) { Email = "ana@example.com" });
        Assert.Equal(["typo@example.com", "ana@example.com"], f.Mailbox.Invitations.Select(i => i.Email));
        await VoidAsync(f, f.Mailbox.Invitations[0].Token);
        var token = f.Mailbox.Invitations[1].Token;
        await VoidAsync(f, token[..^2] + (token[^2] == 'A' ? "BA" : "AA"));
        await CenterFixture.RefusedAsync(IamErrorCode.ValidationException, () => f.Portal.RedeemInvitationAsync(token, "weak").AsTask()); // and stays good
        f.Clock.Advance(TimeSpan.FromDays(7));
        await VoidAsync(f, token);
        f.Clock.AdjustTime(f.Clock.GetUtcNow().AddMilliseconds(-1));
        await f.Portal.RedeemInvitationAsync(token, CenterFixture.Password);
        await VoidAsync(f, token);

        var ben = await f.DoAsync(new CreateDirectoryUser("ben") { Email = "ben@example.com" });
        await f.DoAsync(new SetUserPassword(ben.Id, CenterFixture.Password));
        await VoidAsync(f, f.Mailbox.Invitations[^1].Token);
        await f.DoAsync(new CreateDirectoryUser("without address"[..7]));
        Assert.Equal(3, f.Mailbox.Invitations.Count);
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_sign_in_gives_one_answer_and_guessing_is_slowed_down()
    {
        var f = await CenterFixture.NewAsync();
        await f.UserAsync("ana");
        var disabled = await f.UserAsync("ben");
        await f.DoAsync(new SetUserStatus(disabled.Id, DirectoryUserStatus.Disabled));
        await f.DoAsync(new CreateDirectoryUser("carl")); // no password
        var messages = new HashSet<string>();
        foreach (var (name, password) in ((string, string)[])[("ana", "wrong"), ("nobody", "wrong"), ("ben", CenterFixture.Password), ("carl", ""), ("carl", CenterFixture.Password)])
        {
            messages.Add((await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.SignInAsync(new(name, password)).AsTask())).Message);
        }

        Assert.Single(messages);
        for (var i = 0; i < 4; i++)
        {
            await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.SignInAsync(new("ANA", "wrong")).AsTask());
        }

        await CenterFixture.RefusedAsync(IamErrorCode.ThrottlingException, () => f.Portal.SignInAsync(new("ana", CenterFixture.Password)).AsTask());
        f.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(SignInStatus.Complete, (await f.Portal.SignInAsync(new("Ana", CenterFixture.Password))).Status);
    }

    [Fact]
    public async Task A_password_that_must_be_changed_gives_nothing_else()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.DoAsync(new CreateDirectoryUser("ana"));
        await f.DoAsync(new SetUserPassword(user.Id, CenterFixture.Password) { ResetRequired = true });
        var asked = await f.Portal.SignInAsync(new("ana", CenterFixture.Password));
        Assert.Equal((SignInStatus.PasswordChangeRequired, null), (asked.Status, asked.Session));
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => f.Portal.ChangePasswordAsync(asked.Handle!, "Wrong-Horse-7", "Another-Horse-8").AsTask());
        var done = await f.Portal.ChangePasswordAsync(asked.Handle!, CenterFixture.Password, "Another-Horse-8");
        Assert.Equal(SignInStatus.Complete, done.Status);
        await f.Portal.ChangeOwnPasswordAsync(done.Session!, "Another-Horse-8", "Third-Horse-9");
        Assert.Equal(SignInStatus.Complete, (await f.Portal.SignInAsync(new("ana", "Third-Horse-9"))).Status);
    }

    [Fact]
    public async Task A_portal_session_travels_as_a_token_and_ends_by_time_logout_and_change_of_source()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var session = f.Portal.Open((await f.SignInAsync(user)).Token);
        Assert.Equal(f.Clock.GetUtcNow().AddHours(8), session.Expiration);
        Assert.DoesNotContain(session.Token, session.ToString(), StringComparison.Ordinal);
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => Task.FromResult(f.Portal.Open(session.Token[..^2] + (session.Token[^2] == 'A' ? "BA" : "AA"))));
        var other = await f.InAsync(CenterFixture.Second, new CreateInstance("Own"));
        await CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => Task.FromResult(new AccessPortal(f.Directory, other.Arn).Open(session.Token)));

        await f.DoAsync(new UpdateInstance { IdentitySource = IdentitySource.ExternalProvider });
        await EndedAsync(f, session);
        await f.DoAsync(new UpdateInstance { IdentitySource = IdentitySource.Directory, PortalSessionSeconds = 900 });
        Assert.Empty(await f.Portal.ListAccountsAsync(session));
        await f.Portal.LogoutAsync(session);
        await EndedAsync(f, session);
        var brief = await f.SignInAsync(user);
        f.Clock.Advance(TimeSpan.FromSeconds(900));
        await EndedAsync(f, brief);
    }

    [Fact]
    public async Task A_closed_account_closes_its_portal()
    {
        var f = await CenterFixture.NewAsync();
        var user = await f.UserAsync("ana");
        var session = await f.SignInAsync(user);
        var account = (await f.FindAsync<IamAccount>(new(ObjectKind.Account, CenterFixture.Management)))!;
        Assert.True((await f.Store.CommitAsync(new() { Puts = [account with { Status = AccountStatus.Suspended }] }, default)).IsCommitted);
        await CenterFixture.RefusedAsync(IamErrorCode.ResourceNotFoundException, () => f.Portal.SignInAsync(new("ana", CenterFixture.Password)).AsTask());
        await CenterFixture.RefusedAsync(IamErrorCode.ResourceNotFoundException, () => f.Portal.ListAccountsAsync(session).AsTask());
    }

    [Fact]
    public async Task An_external_session_is_no_longer_than_the_providers_and_its_tags_override()
    {
        var f = await CenterFixture.NewAsync(new() { ExternalProvider = new Provider() });
        await f.DoAsync(new UpdateInstance { IdentitySource = IdentitySource.ExternalProvider, AccessControlAttributes = [new("Team", "${path:displayName}"), new("Name", "${path:userName}")] });
        var user = await f.DoAsync(new CreateDirectoryUser("ana") { DisplayName = "Ana" });
        await f.ReadersAsync(user);
        var session = await f.Portal.SignInWithProofAsync("ana");
        Assert.Equal(Provider.End, session.Expiration);
        var role = (await f.Portal.GetRoleCredentialsAsync(session, AccountId.Parse(CenterFixture.First), "Readers")).Session;
        Assert.Equal("passed", await f.KeyOfAsync(role, "aws:PrincipalTag/Team"));
        Assert.Equal("ana", await f.KeyOfAsync(role, "aws:PrincipalTag/Name"));
        f.Clock.SetUtcNow(Provider.End);
        await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.SignInWithProofAsync("ana").AsTask());
    }

    [Fact]
    public async Task A_directory_of_the_hosts_signs_in_and_brings_users_and_groups()
    {
        var source = new Source();
        var f = await CenterFixture.NewAsync(new() { DirectorySource = source });
        await f.DoAsync(new UpdateInstance { IdentitySource = IdentitySource.DirectorySource, MfaMode = PortalMfaMode.Always, MissingDevice = MissingDevice.RequireRegistration });
        var crew = await f.DoAsync(new CreateDirectoryGroup("Crew"));
        Assert.Equal(SignInStatus.MfaEnrolmentRequired, (await f.Portal.SignInAsync(new("ana", "secret"))).Status); // the settings hold here
        await f.DoAsync(new UpdateInstance { MfaMode = PortalMfaMode.Never });
        var session = (await f.Portal.SignInAsync(new("ana", "secret"))).Session!;
        var user = await f.DoAsync(new DescribeDirectoryUser(session.UserId));
        Assert.Equal(("ana", "Ana", "ana@example.com"), (user.UserName, user.DisplayName, user.Email));
        Assert.Equal([crew.Id], user.Groups);
        Assert.Empty(f.Mailbox.Invitations);
        await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.SignInAsync(new("ana", "wrong")).AsTask());

        source.Name = "anna"; // renamed there: the same user here, out of the group
        source.Groups = [];
        var again = (await f.Portal.SignInAsync(new("anna", "secret"))).Session!;
        Assert.Equal(user.Id, again.UserId);
        Assert.Empty((await f.DoAsync(new DescribeDirectoryUser(user.Id))).Groups);
        await f.DoAsync(new SetUserStatus(user.Id, DirectoryUserStatus.Disabled));
        await CenterFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => f.Portal.SignInAsync(new("anna", "secret")).AsTask());
    }

    [Fact]
    public async Task Memberships_are_listed_both_ways()
    {
        var f = await CenterFixture.NewAsync();
        var ana = await f.DoAsync(new CreateDirectoryUser("ana"));
        var ben = await f.DoAsync(new CreateDirectoryUser("ben"));
        var crew = await f.DoAsync(new CreateDirectoryGroup("Crew"));
        var band = await f.DoAsync(new CreateDirectoryGroup("Band"));
        await f.DoAsync(new CreateGroupMembership(crew.Id, ben.Id));
        await f.DoAsync(new CreateGroupMembership(crew.Id, ana.Id));
        await CenterFixture.RefusedAsync(IamErrorCode.ConflictException, () => f.DoAsync(new CreateGroupMembership(crew.Id, ana.Id)));
        Assert.Equal([ana.Id, ben.Id], (await f.DoAsync(new ListGroupMemberships(crew.Id))).Items.Select(m => m.UserId));
        Assert.Equal([crew.Id], (await f.DoAsync(new ListGroupMembershipsForMember(ana.Id))).Items.Select(m => m.GroupId));
        Assert.Equal([true, false], (await f.DoAsync(new IsMemberInGroups(ana.Id, [crew.Id, band.Id]))).Select(m => m.IsMember));
        var page = await f.DoAsync(new ListDirectoryUsers { MaxItems = 1 });
        Assert.True(page.IsTruncated);
        Assert.Equal("ben", Assert.Single((await f.DoAsync(new ListDirectoryUsers { MaxItems = 1, Marker = page.Marker })).Items).UserName);
    }

    [Fact]
    public async Task Quotas_have_their_own_code()
    {
        var f = await CenterFixture.NewAsync(quotas: QuotaTable.Default
            .With(Quota.PermissionSetsPerInstance, 2).With(Quota.PermissionSetsPerAccount, 1).With(Quota.DirectoryUsersPerInstance, 1).With(Quota.DirectoryGroupsPerInstance, 0));
        var user = await f.DoAsync(new CreateDirectoryUser("ana"));
        await CenterFixture.RefusedAsync(IamErrorCode.ServiceQuotaExceededException, () => f.DoAsync(new CreateDirectoryUser("ben")));
        await CenterFixture.RefusedAsync(IamErrorCode.ServiceQuotaExceededException, () => f.DoAsync(new CreateDirectoryGroup("Crew")));
        var (one, two) = (await f.SetAsync("One"), await f.SetAsync("Two"));
        await CenterFixture.RefusedAsync(IamErrorCode.ServiceQuotaExceededException, () => f.SetAsync("Three"));
        await f.AssignAsync(user, one, CenterFixture.First);
        await CenterFixture.RefusedAsync(IamErrorCode.ServiceQuotaExceededException, () => f.AssignAsync(user, two, CenterFixture.First));
        await f.AssignAsync(user, two, CenterFixture.Second);
    }

    [Theory]
    [InlineData("PT59M", false)]
    [InlineData("PT1H", true)]
    [InlineData("PT12H", true)]
    [InlineData("PT12H1S", false)]
    [InlineData("PT90M", true)]
    [InlineData("P1D", false)]
    [InlineData("P1M", false)]
    [InlineData("1:00:00", false)]
    [InlineData("-PT2H", false)]
    public async Task Session_durations_are_of_one_to_twelve_hours(string duration, bool isGood)
    {
        var f = await CenterFixture.NewAsync();
        if (isGood)
        {
            await f.SetAsync("Readers", null, duration);
        }
        else
        {
            await CenterFixture.RefusedAsync(IamErrorCode.ValidationException, () => f.SetAsync("Readers", null, duration));
        }
    }

    private static Task<IamException> VoidAsync(CenterFixture f, string token) =>
        CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => f.Portal.RedeemInvitationAsync(token, "Another-Horse-8").AsTask());

    private static Task<IamException> EndedAsync(CenterFixture f, PortalSession session) =>
        CenterFixture.RefusedAsync(IamErrorCode.AccessDeniedException, () => f.Portal.ListAccountsAsync(session).AsTask());

    private sealed class Provider : IExternalIdentityProvider
    {
        public static DateTimeOffset End { get; } = new(2026, 1, 31, 11, 0, 0, TimeSpan.Zero);

        public ValueTask<ExternalIdentity?> VerifyAsync(string instanceArn, string proof, CancellationToken cancellationToken) =>
            new(new ExternalIdentity(proof) { SessionEnd = End, Tags = [new("team", "passed")] });
    }

    private sealed class Source : IDirectorySource
    {
        public string Name { get; set; } = "ana";

        public ValueList<string> Groups { get; set; } = ["Crew", "Unknown"];

        public ValueTask<SourceUser?> AuthenticateAsync(string userName, string password, CancellationToken cancellationToken) => new(
            userName == Name && password == "secret" ? new SourceUser("s-1", Name) { DisplayName = "Ana", Email = "ana@example.com", Groups = Groups } : null);
    }
}
