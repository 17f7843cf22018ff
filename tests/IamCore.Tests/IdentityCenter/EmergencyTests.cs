using IamCore.Administration.Credentials;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Advisor;
using IamCore.Authorization;
using IamCore.Configuration;
using IamCore.Credentials;
using IamCore.Events;
using IamCore.IdentityCenter;
using IamCore.IdentityCenter.Directory;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Sessions.SignIn;
using IamCore.Stores;
using IamCore.Tests.Sessions;

namespace IamCore.Tests.IdentityCenter;

/// <summary>Emergency access (ST-159, ST-160, ID-274): it works when nothing else does, every use of it is told, and the advisor looks after it.</summary>
public sealed class EmergencyTests
{
    private const string Bool = """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""";

    private static readonly Tag Emergency = new("iamcore:emergency", "true");

    [Fact]
    public async Task ST_159_when_the_identity_provider_is_gone_the_emergency_user_gets_in_with_MFA()
    {
        var f = await CenterFixture.NewAsync(new() { ExternalProvider = new Gone() });
        await f.DoAsync(new UpdateInstance { IdentitySource = IdentitySource.ExternalProvider });
        var ana = await f.DoAsync(new CreateDirectoryUser("ana"));
        await f.AssignAsync(ana, await f.SetAsync("Admin", CenterFixture.ReadDocs), CenterFixture.First);
        await Assert.ThrowsAsync<HttpRequestException>(() => f.Portal.SignInWithProofAsync("ana").AsTask());

        await f.DoAsync(new CreateUser("rescue") { Tags = [Emergency] });
        await f.DoAsync(new PutUserPolicy("rescue", "own", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::222233334444:role/Rescue"}]}"""));
        await f.DoAsync(new CreateLoginProfile("rescue") { Password = "Passw0rd!" });
        await f.InAsync(CenterFixture.First, new CreateRole("Rescue", $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{CenterFixture.Management}}:user/rescue"},"Action":"sts:AssumeRole","Condition":{{Bool}}}]}""") { Tags = [Emergency] });
        await f.InAsync(CenterFixture.First, new AttachRolePolicy("Rescue", "arn:aws:iam::aws:policy/AdministratorAccess"));
        var device = await f.DoAsync(new CreateVirtualMFADevice("phone"));
        var seed = SessionFixture.Unbase32(device.Base32StringSeed);
        await f.DoAsync(new EnableMFADevice("rescue", device.SerialNumber, f.Code(seed, -1), f.Code(seed)));
        f.Clock.Advance(TimeSpan.FromMinutes(1));

        var signIn = new SignInService(f.Directory);
        var asked = await signIn.SignInAsync(CenterFixture.Management, "rescue", "Passw0rd!");
        Assert.Equal(SignInStatus.MfaRequired, asked.Status);
        var session = (await signIn.SubmitCodeAsync(asked.Handle!, device.SerialNumber, f.Code(seed))).Session!;
        var role = await new SecurityTokenService(f.Directory).SwitchRoleAsync(session, CenterFixture.First, "Rescue");
        Assert.True(await f.MayAsync(role, "docs:Delete"));
        Assert.Equal(
            [("signin", CenterFixture.Management), ("sts:AssumeRole", CenterFixture.First)],
            f.Mailbox.Advice.Where(advice => advice.Kind == AdvisoryKind.EmergencyAccessUsed).Select(advice => (advice.Action, advice.Account.ToString())));
    }

    [Fact]
    public async Task ST_160_keys_of_emergency_users_and_credentials_of_emergency_roles_are_told_when_they_are_used()
    {
        var mail = new CenterFixture.Mail();
        var world = new SessionFixture(observers: [mail]);
        var user = world.User("rescue", SessionFixture.AllowAll, tags: Emergency);
        var plain = world.User("plain", SessionFixture.AllowAll);
        await world.KeyAsync(plain);
        Assert.Empty(mail.Advice);
        var key = await world.KeyAsync(user);
        Assert.Equal(["authenticate:key"], mail.Advice.Select(advice => advice.Action));
        var assumed = await world.AssumeAsync(key, world.Role("Rescue", SessionFixture.Home, tags: Emergency));
        var credentials = assumed.Credentials;
        await world.Authenticator.AuthenticateAccessKeyAsync(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken);
        Assert.Equal(["authenticate:key", "sts:AssumeRole", "authenticate:key"], mail.Advice.Select(advice => advice.Action));
        Assert.All(mail.Advice, advice => Assert.Equal(AdvisoryKind.EmergencyAccessUsed, advice.Kind));
    }

    [Theory]
    [InlineData(SessionFixture.Home, "AWS", "{}", true)]
    [InlineData(SessionFixture.Home, "AWS", Bool, false)]
    [InlineData(SessionFixture.Home, "AWS", """{"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}}""", false)]
    [InlineData(SessionFixture.Home, "AWS", """{"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}""", true)]
    [InlineData(SessionFixture.Home, "AWS", """{"Bool":{"aws:MultiFactorAuthPresent":"false"}}""", true)]
    [InlineData(SessionFixture.Home, "AWS", """{"StringEquals":{"aws:PrincipalTag/team":"a"}}""", true)]
    [InlineData("arn:aws:iam::123456789012:saml-provider/Idp", "Federated", "{}", false)] // the provider's affair
    public async Task ST_159_ID_274_an_emergency_role_must_ask_for_MFA(string principal, string kind, string condition, bool isFound)
    {
        var world = new SessionFixture();
        world.Role("rescue", principal, policy: null, kind: kind, condition: condition, tags: Emergency);
        world.Role("plain", principal, policy: null, kind: kind, condition: condition);
        Assert.Equal(isFound ? [AdvisorCheck.EmergencyWithoutMfa] : [], await FindAsync(world, "rescue"));
        Assert.Empty(await FindAsync(world, "plain"));
    }

    [Fact]
    public async Task ST_160_an_emergency_role_that_nobody_tried_out_is_listed_and_never_called_unused()
    {
        var world = new SessionFixture();
        using var authorizer = new DirectoryAuthorizer(world.Store, new() { TimeProvider = world.Clock });
        var role = world.Role("rescue", SessionFixture.Home, condition: Bool, tags: Emergency);
        world.Change(role, r => r with { CreateDate = world.Clock.GetUtcNow() });
        Assert.Empty(await FindAsync(world, "rescue", authorizer.LastAccessed));
        world.Clock.Advance(TimeSpan.FromDays(401));
        Assert.Equal([AdvisorCheck.EmergencyUntested], await FindAsync(world, "rescue", authorizer.LastAccessed));
        authorizer.LastAccessed.Restore(role.Key, new(ActionName.Parse("docs:Read"), world.Clock.GetUtcNow().AddDays(-90), "session", null));
        Assert.Empty(await FindAsync(world, "rescue", authorizer.LastAccessed));
    }

    [Fact]
    public async Task ID_273_a_person_with_credentials_beside_an_Identity_Center_is_reported()
    {
        var f = await CenterFixture.NewAsync();
        foreach (var account in (string[])[CenterFixture.Management, CenterFixture.First])
        {
            await f.InAsync(account, new CreateUser("person") { Kind = UserKind.Human });
            await f.InAsync(account, new CreateAccessKey("person"));
            await f.InAsync(account, new CreateUser("rescue") { Kind = UserKind.Human, Tags = [Emergency] });
            await f.InAsync(account, new CreateAccessKey("rescue"));
            var findings = await f.InAsync(account, new RunAdvisor());
            Assert.Equal([$"arn:aws:iam::{account}:user/person"], findings.Where(x => x.Check == AdvisorCheck.HumanBesideProvider).Select(x => x.Arn));
        }
    }

    private static async Task<IEnumerable<AdvisorCheck>> FindAsync(SessionFixture world, string role, LastAccessed? accessed = null) =>
        [.. ((IEnumerable<AdvisorFinding>)await world.Trusted.ExecuteAsync(new RunAdvisor { LastAccessed = accessed }))
            .Where(finding => finding.Arn.EndsWith($"/{role}", StringComparison.Ordinal)).Select(finding => finding.Check).Order()];

    private sealed class Gone : IExternalIdentityProvider
    {
        public ValueTask<ExternalIdentity?> VerifyAsync(string instanceArn, string proof, CancellationToken cancellationToken) =>
            throw new HttpRequestException("The identity provider does not answer");
    }
}
