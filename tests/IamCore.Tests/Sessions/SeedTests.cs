using IamCore.Administration.Credentials;
using IamCore.Administration.Users;
using IamCore.Authorization;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Events;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Signing;
using IamCore.Tests.Signing;

namespace IamCore.Tests.Sessions;

/// <summary>What the seeds ask of credentials and sessions, where no other test of these folders says it (seed-coverage.md).</summary>
public sealed class SeedTests : IDisposable
{
    private const string AssumeAnything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}""";

    private const string Thing = "arn:aws:docs:::thing";

    private readonly SessionFixture _world = new();

    private readonly Resources _resources = new();

    private readonly DirectoryAuthorizer _authorizer;

    private readonly CallerAuthorizer _callers;

    public SeedTests()
    {
        _authorizer = new(_world.Store, new() { ResourcePolicies = _resources, TimeProvider = _world.Clock });
        _callers = new(_world.Directory, _authorizer);
    }

    public void Dispose() => _authorizer.Dispose();

    [Fact]
    public async Task SC_013_SC_083_CR_002_credentials_are_made_one_by_one_and_one_kind_does_not_need_another()
    {
        await _world.Trusted.ExecuteAsync(new CreateUser("key-only"));
        await _world.Trusted.ExecuteAsync(new CreateUser("password-only"));
        Assert.Empty((IEnumerable<AccessKeyDescription>)await _world.Trusted.ExecuteAsync(new ListAccessKeys("key-only")));
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(new GetLoginProfile("key-only")));
        var key = await _world.Trusted.ExecuteAsync(new CreateAccessKey("key-only"));
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("password-only") { Password = "Passw0rd!" });

        Assert.NotNull(await _world.Authenticator.AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey));
        await SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, async () => await _world.SignIn.SignInAsync(SessionFixture.Home, "key-only", "Passw0rd!"));
        Assert.Equal(SignInStatus.Complete, (await _world.SignIn.SignInAsync(SessionFixture.Home, "password-only", "Passw0rd!")).Status);
        Assert.Empty((IEnumerable<AccessKeyDescription>)await _world.Trusted.ExecuteAsync(new ListAccessKeys("password-only")));
    }

    [Fact]
    public async Task SC_021_SC_036_CR_027_CR_029_signing_in_and_signing_lead_to_the_same_permissions()
    {
        Assert.Equal("home-alias", await _world.SignIn.GetSignInNameAsync(AccountId.Parse(SessionFixture.Home)));
        Assert.Equal(SessionFixture.Other, await _world.SignIn.GetSignInNameAsync(AccountId.Parse(SessionFixture.Other)));
        var user = _world.User("alice", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"*"}]}""");
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = "Passw0rd!" });
        var signedIn = (await _world.SignIn.SignInAsync("home-alias", "alice", "Passw0rd!")).Session!;
        var signing = await _world.KeyAsync(user);
        foreach (var (action, expected) in new[] { ("docs:Read", true), ("docs:Write", false) })
        {
            Assert.Equal(expected, await MayAsync(signedIn, action));
            Assert.Equal(expected, await MayAsync(signing, action));
        }

        Assert.Equal((await _world.ResolveAsync(signedIn)).Principal, (await _world.ResolveAsync(signing)).Principal);
    }

    [Fact]
    public async Task SC_050_ST_041_a_role_is_assumed_by_a_call_or_as_an_object_of_the_same_content()
    {
        var role = _world.Role("Reader", SessionFixture.Home, """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"*"}]}""");
        var assumed = await _world.AssumeAsync(await _world.KeyAsync(_world.User("alice", AssumeAnything)), role);
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/Reader/session", assumed.Arn);
        Assert.Equal($"{role.Id}:session", assumed.AssumedRoleId);
        Assert.Null(assumed.PackedPolicySize);
        Assert.Equal(_world.Clock.GetUtcNow().AddHours(1), assumed.Credentials.Expiration);
        var signed = await _world.Authenticator.AuthenticateAccessKeyAsync(assumed.Credentials.AccessKeyId, assumed.Credentials.SecretAccessKey, assumed.Credentials.SessionToken);
        foreach (var caller in (Caller[])[assumed.Session, signed])
        {
            Assert.True(await MayAsync(caller, "docs:Read"));
            Assert.False(await MayAsync(caller, "docs:Write"));
        }
    }

    [Fact]
    public async Task SC_058_ST_023_by_a_resource_policy_the_caller_keeps_what_it_may_and_by_a_role_it_gives_it_up()
    {
        var alice = await _world.KeyAsync(_world.User(
            "alice", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["own:Do","docs:Read","sts:AssumeRole"],"Resource":"*"}]}"""));
        _resources.Allow("""{"AWS":"arn:aws:iam::123456789012:user/alice"}""");
        Assert.True(await MayAsync(alice, "docs:Write"));
        Assert.True(await MayAsync(alice, "own:Do"));
        _resources.Policy = null;
        Assert.False(await MayAsync(alice, "docs:Write"));

        var role = _world.Role("Writer", SessionFixture.Home, """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Write","Resource":"*"}]}""");
        var writer = (await _world.AssumeAsync(alice, role)).Session;
        Assert.True(await MayAsync(writer, "docs:Write"));
        Assert.False(await MayAsync(writer, "own:Do"));
    }

    /// <summary>ST-023: an allow to the role is limited by the session policy, one to the session is not.</summary>
    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/Reader", false)]
    [InlineData("arn:aws:sts::123456789012:assumed-role/Reader/session", true)]
    [InlineData("arn:aws:sts::123456789012:assumed-role/Reader/other", false)]
    public async Task ST_023_whom_a_resource_policy_names_counts(string principal, bool expected)
    {
        var role = _world.Role("Reader", SessionFixture.Home, """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"*"}]}""");
        var session = (await _world.AssumeAsync(
            await _world.KeyAsync(_world.User("alice", AssumeAnything)), role,
            r => r with { Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"*"}]}""" })).Session;
        _resources.Allow($$"""{"AWS":"{{principal}}"}""");
        Assert.Equal(expected, await MayAsync(session, "docs:Write"));
    }

    [Fact]
    public async Task SC_074_SC_075_CR_115_a_client_that_knows_nothing_but_a_key_works_without_any_session()
    {
        var user = _world.User("blog-plugin", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"*"}]}""");
        var key = await _world.Trusted.ExecuteAsync(new CreateAccessKey("blog-plugin"));
        var endpoint = new SigningEndpoint("eu-central-1", "docs");
        var request = new SignableRequest("GET", "/documents/42", new RequestHeader[] { new("Host", "docs.example.com") });
        var signed = request.With([.. new RequestSigner(endpoint, _world.Clock).Sign(in request, key.AccessKeyId, key.SecretAccessKey)]);
        var caller = Assert.IsType<KeyCaller>(await _world.Authenticator.AuthenticateAsync(new(endpoint, _world.Clock), signed));
        Assert.Equal(user.Key, caller.Entity);
        Assert.True(await MayAsync(caller, "docs:Read"));
        var used = await _world.Trusted.ExecuteAsync(new GetAccessKeyLastUsed(key.AccessKeyId));
        Assert.Equal(("eu-central-1", "docs"), (used.Region, used.ServiceName));
    }

    [Fact]
    public async Task SC_081_SC_096_SC_113_ST_131_a_broker_maps_an_identity_of_its_own_to_a_role_session()
    {
        var role = _world.Role("Employee", SessionFixture.Home, tags: new Tag("team", "none"));
        var broker = await _world.KeyAsync(_world.User("broker", SessionFixture.AllowAll));
        var assumed = await _world.AssumeAsync(broker, role, r => r with { SourceIdentity = "jane@corp", Tags = [new("Team", "red")] });
        var token = await _world.Sts.CreateSignInTokenAsync(assumed.Session);
        var session = await _world.Sts.RedeemSignInTokenAsync(token);
        Assert.Equal("jane@corp", await _world.KeyOfAsync(session, "aws:SourceIdentity"));
        Assert.Equal("red", await _world.KeyOfAsync(session, "aws:PrincipalTag/team"));
        Assert.True(await MayAsync(session, "docs:Read"));
        await SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, async () => await _world.Sts.RedeemSignInTokenAsync(token));
    }

    [Fact]
    public async Task SC_091_SC_094_a_role_is_for_users_of_another_account_applications_and_services()
    {
        var stranger = await _world.KeyAsync(_world.User("stranger", AssumeAnything, SessionFixture.Other));
        Assert.Equal(SessionKind.AssumedRole, (await _world.AssumeAsync(stranger, _world.Role("ForOthers", SessionFixture.Other))).Session.Kind);
        var service = _world.Role("ForService", "billing.example.com", kind: "Service");
        var billing = _world.Directory.OpenService("billing.example.com");
        Assert.Equal(SessionKind.ServiceRole, (await _world.Sts.AssumeRoleForServiceAsync(billing, service.Arn, "job")).Session.Kind);
        await SessionFixture.RefusedAsync(
            IamErrorCode.AccessDenied, async () => await _world.Sts.AssumeRoleForServiceAsync(_world.Directory.OpenService("quiet.example.com"), service.Arn, "job"));
    }

    [Fact]
    public async Task SC_101_SC_111_CR_117_two_users_of_two_accounts_work_on_one_resource_each_with_its_own_credentials()
    {
        var alice = await _world.KeyAsync(_world.User("alice", SessionFixture.AllowAll));
        var bob = await _world.KeyAsync(_world.User("bob", SessionFixture.AllowAll, SessionFixture.Other));
        var document = $"arn:aws:docs::{SessionFixture.Home}:document/42";
        _resources.Allow($$"""{"AWS":["{{SessionFixture.Home}}","{{SessionFixture.Other}}"]}""");
        Assert.True((await _callers.AuthorizeAsync(alice, ActionName.Parse("docs:Read"), ResourceName.Parse(document))).IsAllowed);
        Assert.True((await _callers.AuthorizeAsync(bob, ActionName.Parse("docs:Read"), ResourceName.Parse(document))).IsAllowed);
        _resources.Policy = null;
        Assert.True((await _callers.AuthorizeAsync(alice, ActionName.Parse("docs:Read"), ResourceName.Parse(document))).IsAllowed);
        Assert.False((await _callers.AuthorizeAsync(bob, ActionName.Parse("docs:Read"), ResourceName.Parse(document))).IsAllowed);
    }

    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("us-east-1")]
    [InlineData(null)]
    public async Task SC_109_ST_009_sessions_are_good_in_every_region(string? region)
    {
        var session = (await _world.AssumeAsync(await _world.KeyAsync(_world.User("alice", AssumeAnything)), _world.Role("Any", SessionFixture.Home))).Session;
        var context = new RequestContext();
        if (region is not null)
        {
            context["aws:RequestedRegion"] = region;
        }

        Assert.True((await _callers.AuthorizeAsync(session, ActionName.Parse("docs:Read"), ResourceName.Parse(Thing), context)).IsAllowed);
        Assert.Equal("", Arn.Parse((await _world.ResolveAsync(session)).Arn).Region.ToString());
    }

    /// <summary>ST-120: without a role a service does what a resource's own policy lets it.</summary>
    [Theory]
    [InlineData("billing.example.com", true)]
    [InlineData("quiet.example.com", false)]
    public async Task SC_110_ST_120_a_component_of_the_host_acts_as_a_service(string service, bool expected)
    {
        _resources.Allow("""{"Service":"billing.example.com"}""");
        var handle = _world.Directory.OpenService(service);
        var question = new AccessQuestion(handle.Principal, ActionName.Parse("docs:Read"), ResourceName.Parse($"arn:aws:docs::{SessionFixture.Home}:document/42"))
        {
            ResourceAccount = AccountId.Parse(SessionFixture.Home),
        };
        Assert.Equal(expected, (await _authorizer.AuthorizeAsync(question)).IsAllowed);
        Assert.Throws<ArgumentException>(() => _world.Directory.OpenService("nobody.example.com"));
    }

    [Fact]
    public async Task SC_123_ST_089_ST_115_ST_122_nobody_becomes_somebody_else_by_choosing_a_name()
    {
        var bob = _world.User("bob", SessionFixture.AllowAll);
        var key = await _world.KeyAsync(bob);
        _world.User("alice");
        var federated = (await _world.Sts.GetFederationTokenAsync(key, new("alice"))).Session;
        _resources.Allow("""{"AWS":"arn:aws:iam::123456789012:user/alice"}""");
        Assert.False(await MayAsync(federated, "docs:Read"));
        Assert.NotEqual("alice", await _world.KeyOfAsync(federated, "aws:username"));

        // A handle of another directory proves nothing here, and only the handle's own service is said to have been passed.
        var other = new SessionFixture();
        await Assert.ThrowsAsync<ArgumentException>(async () => await _world.Sts.ForwardAccessAsync(other.Directory.OpenService("billing.example.com"), key));
        var forwarded = await _world.Sts.ForwardAccessAsync(_world.Directory.OpenService("billing.example.com"), key);
        Assert.Equal("[billing.example.com]", await _world.KeyOfAsync(forwarded, "aws:CalledVia"));
        await SessionFixture.RefusedAsync(
            IamErrorCode.ValidationError, async () => await _world.AssumeAsync(key, _world.Role("Any", SessionFixture.Home), r => r with { SourceIdentity = "aws:alice" }));
    }

    /// <summary>ST-159: the emergency role asks for MFA; the use is told; without a device there is no sign-in.</summary>
    [Fact]
    public async Task SC_078_ST_159_ST_160_an_emergency_user_signs_in_with_MFA_alone_and_is_noticed()
    {
        var seen = new Watch();
        var world = new SessionFixture(observers: [seen]);
        world.User("rescue", AssumeAnything, tags: new Tag("iamcore:emergency", "true"));
        await world.Trusted.ExecuteAsync(new CreateLoginProfile("rescue") { Password = "Passw0rd!" });
        await SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, async () => await world.SignIn.SignInAsync(SessionFixture.Home, "rescue", "Passw0rd!"));
        Assert.Empty(seen.Advice);

        var (serial, seed) = await world.DeviceAsync("rescue", "phone");
        world.Clock.Advance(TimeSpan.FromSeconds(60));
        var handle = (await world.SignIn.SignInAsync(SessionFixture.Home, "rescue", "Passw0rd!")).Handle!;
        var session = (await world.SignIn.SubmitCodeAsync(handle, serial, world.Code(seed))).Session!;
        Assert.Equal((AdvisoryKind.EmergencyAccessUsed, "signin"), (seen.Advice[^1].Kind, seen.Advice[^1].Action));
        var role = world.Role("Rescue", SessionFixture.Home, condition: """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""", tags: new Tag("iamcore:emergency", "true"));
        await world.AssumeAsync(session, role);
        Assert.Equal((AdvisoryKind.EmergencyAccessUsed, "sts:AssumeRole"), (seen.Advice[^1].Kind, seen.Advice[^1].Action));
    }

    private async Task<bool> MayAsync(Caller caller, string action) => (await _callers.AuthorizeAsync(caller, ActionName.Parse(action), ResourceName.Parse(Thing))).IsAllowed;

    private sealed class Resources : IResourcePolicySource
    {
        public PolicySet? Policy { get; set; }

        public void Allow(string principal) => Policy = PolicySet.Compile(PolicyDocument.Parse(
            $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{{principal}},"Action":"*","Resource":"*"}]}""", PolicyType.Resource));

        public ValueTask<PolicySet?> FindAsync(ResourceName resource, CancellationToken cancellationToken) => new(Policy);
    }

    private sealed class Watch : IDirectoryObserver
    {
        public List<AdvisoryEvent> Advice { get; } = [];

        public void OnAudit(AuditEvent entry)
        {
        }

        public void OnAdvice(AdvisoryEvent advice) => Advice.Add(advice);
    }
}
