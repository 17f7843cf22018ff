using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Advisor;
using IamCore.Authorization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Tests.Sessions;

namespace IamCore.Tests.Credentials;

/// <summary>What the advisor finds (ID-271 to ID-274, ST-056, ST-075, ST-160, CR-114).</summary>
public sealed class AdvisorTests
{
    private readonly SessionFixture _world = new();

    [Fact]
    public async Task ID_272_SC_019_root_should_have_MFA_no_key_and_rest()
    {
        Assert.Equal([AdvisorCheck.RootWithoutMfa], await FindAsync("root"));
        await _world.DeviceAsync(null, "phone");
        Assert.Empty(await FindAsync("root"));
        var key = await _world.Trusted.ExecuteAsync(new CreateAccessKey());
        Assert.Equal([AdvisorCheck.RootAccessKey], await FindAsync("root"));
        await _world.Authenticator.AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
        Assert.Equal([AdvisorCheck.RootAccessKey, AdvisorCheck.RootUsed], await FindAsync("root"));
        _world.Clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal([AdvisorCheck.RootAccessKey], await FindAsync("root"));
    }

    [Fact]
    public async Task SC_046_CR_114_users_with_long_term_keys_are_listed_and_SC_020_a_workload_with_keys_should_be_a_role()
    {
        await UserAsync("person", UserKind.Human);
        await UserAsync("machine", UserKind.Workload);
        await _world.Trusted.ExecuteAsync(new CreateAccessKey("person"));
        await _world.Trusted.ExecuteAsync(new CreateAccessKey("machine"));
        Assert.Equal([AdvisorCheck.LongTermKey], await FindAsync("person"));
        Assert.Equal([AdvisorCheck.WorkloadWithKeys], await FindAsync("machine"));
    }

    [Fact]
    public async Task SC_047_CR_115_the_finding_of_an_old_key_goes_with_the_rotation()
    {
        await UserAsync("machine", UserKind.Workload);
        var old = await _world.Trusted.ExecuteAsync(new CreateAccessKey("machine"));
        _world.Clock.Advance(TimeSpan.FromDays(90));
        await _world.Authenticator.AuthenticateAccessKeyAsync(old.AccessKeyId, old.SecretAccessKey);
        Assert.DoesNotContain(AdvisorCheck.OldAccessKey, await FindAsync("machine"));
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains(AdvisorCheck.OldAccessKey, await FindAsync("machine"));
        await _world.Trusted.ExecuteAsync(new RotateAccessKey("machine", old.AccessKeyId));
        await _world.Trusted.ExecuteAsync(new CompleteRotation("machine", old.AccessKeyId));
        Assert.DoesNotContain(AdvisorCheck.OldAccessKey, await FindAsync("machine"));
    }

    [Fact]
    public async Task ID_273_CR_116_a_password_wants_a_device_and_use()
    {
        await UserAsync("person", UserKind.Human);
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("person") { Password = "Passw0rd!" });
        Assert.Equal([AdvisorCheck.UserWithoutMfa], await FindAsync("person"));
        await _world.DeviceAsync("person", "phone");
        Assert.Empty(await FindAsync("person"));
        _world.Clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal([AdvisorCheck.UnusedCredential, AdvisorCheck.UnusedUser], await FindAsync("person"));
    }

    [Fact]
    public async Task SC_121_a_person_with_credentials_beside_an_identity_provider_is_reported()
    {
        await UserAsync("person", UserKind.Human);
        await UserAsync("machine", UserKind.Workload);
        await UserAsync("rescue", UserKind.Human, new Tag("iamcore:emergency", "true"));
        foreach (var name in (string[])["person", "machine", "rescue"])
        {
            await _world.Trusted.ExecuteAsync(new CreateAccessKey(name));
        }

        Assert.DoesNotContain(AdvisorCheck.HumanBesideProvider, await FindAsync("person"));
        _world.Put(new OidcProvider { Id = "OIDCAAAAAAAAAAAAAAAAA", Account = AccountId.Parse(SessionFixture.Home), Name = "login.example.com", CreateDate = _world.Clock.GetUtcNow() });
        Assert.Contains(AdvisorCheck.HumanBesideProvider, await FindAsync("person"));
        Assert.DoesNotContain(AdvisorCheck.HumanBesideProvider, await FindAsync("machine"));
        Assert.DoesNotContain(AdvisorCheck.HumanBesideProvider, await FindAsync("rescue"));
    }

    [Fact]
    public async Task SC_023_a_direct_attachment_is_reported_and_one_through_a_group_is_not()
    {
        await UserAsync("direct");
        await UserAsync("member");
        await _world.Trusted.ExecuteAsync(new CreateGroup("Readers"));
        await _world.Trusted.ExecuteAsync(new AttachGroupPolicy("Readers", "arn:aws:iam::aws:policy/IAMReadOnlyAccess"));
        await _world.Trusted.ExecuteAsync(new AddUserToGroup("Readers", "member"));
        await _world.Trusted.ExecuteAsync(new AttachUserPolicy("direct", "arn:aws:iam::aws:policy/IAMReadOnlyAccess"));
        Assert.Equal([AdvisorCheck.DirectAttachment], await FindAsync("direct"));
        Assert.Empty(await FindAsync("member"));
        await _world.Trusted.ExecuteAsync(new AttachUserPolicy("direct", "arn:aws:iam::aws:policy/AdministratorAccess"));
        Assert.Contains(AdvisorCheck.FullAdministrator, await FindAsync("direct"));
    }

    [Fact]
    public async Task ID_273_ST_075_policies_that_repeat_or_rely_on_too_little()
    {
        const string policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"arn:aws:docs:::${saml:sub}"}]}""";
        foreach (var name in (string[])["first", "second"])
        {
            _world.Change(_world.User(name, policy), user => user with { CreateDate = _world.Clock.GetUtcNow() });
        }

        Assert.Equal([AdvisorCheck.DirectAttachment, AdvisorCheck.TransientSamlSubject], await FindAsync("first"));
        Assert.Equal([AdvisorCheck.DirectAttachment, AdvisorCheck.DuplicateInlinePolicy, AdvisorCheck.TransientSamlSubject], await FindAsync("second"));
    }

    [Theory]
    [InlineData("*", "AWS", "{}", new[] { AdvisorCheck.OpenTrust })]
    [InlineData("*", "AWS", """{"StringEquals":{"aws:PrincipalOrgID":"o-aaaaaaaaaa"}}""", new AdvisorCheck[0])]
    [InlineData("999999999999", "AWS", "{}", new[] { AdvisorCheck.ThirdPartyWithoutExternalId })]
    [InlineData("arn:aws:iam::999999999999:root", "AWS", "{}", new[] { AdvisorCheck.ThirdPartyWithoutExternalId })]
    [InlineData("arn:aws:iam::999999999999:root", "AWS", """{"StringEquals":{"sts:ExternalId":"abc"}}""", new AdvisorCheck[0])]
    [InlineData(SessionFixture.Home, "AWS", "{}", new AdvisorCheck[0])]
    [InlineData(SessionFixture.Other, "AWS", "{}", new AdvisorCheck[0])] // held here
    [InlineData("billing.example.com", "Service", "{}", new AdvisorCheck[0])]
    public async Task ID_273_who_may_become_a_role(string principal, string kind, string condition, AdvisorCheck[] expected)
    {
        _world.Role("role", principal, kind: kind, condition: condition);
        Assert.Equal(expected, await FindAsync("role"));
    }

    [Fact]
    public async Task ST_056_a_trust_statement_with_several_web_providers_is_reported()
    {
        var role = _world.Role("role", "accounts.google.com", kind: "Federated", actions: "\"sts:AssumeRoleWithWebIdentity\"");
        Assert.Empty(await FindAsync("role"));
        _world.Change(role, r => r with
        {
            TrustPolicy = new("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":["accounts.google.com","www.amazon.com"]},"Action":"sts:AssumeRoleWithWebIdentity"}]}"""),
        });
        Assert.Equal([AdvisorCheck.SeveralWebProviders], await FindAsync("role"));
    }

    [Fact]
    public async Task ID_273_a_role_that_nobody_becomes_is_reported_where_use_is_known()
    {
        using var authorizer = new DirectoryAuthorizer(_world.Store, new() { TimeProvider = _world.Clock });
        var role = _world.Role("role", SessionFixture.Home);
        _world.Change(role, r => r with { CreateDate = _world.Clock.GetUtcNow() });
        _world.Clock.Advance(TimeSpan.FromDays(401));
        Assert.Empty(await FindAsync("role"));
        Assert.Equal([AdvisorCheck.UnusedRole], await FindAsync("role", authorizer.LastAccessed));
        authorizer.LastAccessed.Restore(role.Key, new(ActionName.Parse("docs:Read"), _world.Clock.GetUtcNow().AddDays(-1), "session", null));
        Assert.Empty(await FindAsync("role", authorizer.LastAccessed));
    }

    [Fact]
    public async Task SC_078_ST_160_ID_274_an_emergency_user_needs_a_device_and_tests_in_place_of_use()
    {
        await UserAsync("rescue", UserKind.Human, new Tag("iamcore:emergency", "true"));
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("rescue") { Password = "Passw0rd!" });
        Assert.Equal([AdvisorCheck.EmergencyWithoutMfa], await FindAsync("rescue"));
        var (serial, seed) = await _world.DeviceAsync("rescue", "phone");
        Assert.Empty(await FindAsync("rescue"));
        _world.Clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal([AdvisorCheck.EmergencyUntested], await FindAsync("rescue"));
        var handle = (await _world.SignIn.SignInAsync(SessionFixture.Home, "rescue", "Passw0rd!")).Handle!;
        await _world.SignIn.SubmitCodeAsync(handle, serial, _world.Code(seed));
        Assert.Empty(await FindAsync("rescue"));
    }

    private async Task UserAsync(string name, UserKind kind = UserKind.Unspecified, params Tag[] tags) =>
        await _world.Trusted.ExecuteAsync(new CreateUser(name) { Kind = kind, Tags = [.. tags] });

    /// <summary>What is found about the user, role or root of that name.</summary>
    private async Task<IEnumerable<AdvisorCheck>> FindAsync(string name, LastAccessed? accessed = null) =>
        [.. ((IEnumerable<AdvisorFinding>)await _world.Trusted.ExecuteAsync(new RunAdvisor { LastAccessed = accessed }))
            .Where(finding => finding.Arn.EndsWith(name == "root" ? ":root" : $"/{name}", StringComparison.Ordinal)).Select(finding => finding.Check).Order()];
}
