using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Predefined;

namespace IamCore.Tests.Sessions;

/// <summary>The tables of ST-025 and ST-027, row by row, and the restrictions by kind of session.</summary>
public sealed class SessionTableTests
{
    private readonly SessionFixture _world = new();

    [Theory]
    [InlineData("root", "arn:aws:iam::123456789012:root", "123456789012")]
    [InlineData("key", "arn:aws:iam::123456789012:user/div/alice", "AIDA")]
    [InlineData("user session", "arn:aws:iam::123456789012:user/div/alice", "AIDA")]
    [InlineData("sign-in", "arn:aws:iam::123456789012:user/div/alice", "AIDA")]
    [InlineData("federated", "arn:aws:sts::123456789012:federated-user/feder", "123456789012:feder")]
    [InlineData("role", "arn:aws:sts::123456789012:assumed-role/Role/session", "AROA:session")]
    [InlineData("service role", "arn:aws:sts::123456789012:assumed-role/ServiceRole/svc", "AROA:svc")]
    public async Task ST_025_SC_002_each_kind_of_caller_has_its_own_ARN_and_user_id(string kind, string arn, string userId)
    {
        var caller = await CallerAsync(kind);
        var identity = await _world.Sts.GetCallerIdentityAsync(caller);
        var resolved = await _world.ResolveAsync(caller);

        Assert.Equal(arn, identity.Arn);
        Assert.Equal(arn, resolved.Principal.Text);
        Assert.Equal(SessionFixture.Home, identity.Account.ToString());
        Assert.Equal(userId.Replace("AIDA", resolved.Entity?.Id, StringComparison.Ordinal).Replace("AROA", resolved.Entity?.Id, StringComparison.Ordinal), identity.UserId);
        Assert.Equal(identity.UserId, await _world.KeyOfAsync(caller, "aws:userid"));
        Assert.Equal(
            kind switch
            {
                "role" => "arn:aws:iam::123456789012:role/div/Role",
                "service role" => "arn:aws:iam::123456789012:role/ServiceRole",
                _ => arn,
            },
            resolved.Principal.PrincipalArn);
    }

    /// <summary>A dash in the table is null here; the key is absent.</summary>
    [Theory]
    [InlineData("key", null, null, null, null, "user")]
    [InlineData("user session", "2026-01-31T09:30:00.000Z", "false", null, null, "user")]
    [InlineData("user session with MFA", "2026-01-31T09:31:00.000Z", "true", "0", null, "user")]
    [InlineData("sign-in", "2026-01-31T09:30:00.000Z", "false", null, null, "user")]
    [InlineData("role", "2026-01-31T09:30:00.000Z", "false", null, "me@corp", "role")]
    [InlineData("federated", "2026-01-31T09:30:00.000Z", "false", null, null, "passed")]
    [InlineData("service role", "2026-01-31T09:30:00.000Z", "false", null, null, null)]
    public async Task ST_027_a_session_carries_the_keys_of_its_kind_and_no_others(string kind, string? issueTime, string? mfa, string? mfaAge, string? sourceIdentity, string? tag)
    {
        var caller = await CallerAsync(kind);
        Assert.Equal(issueTime, await _world.KeyOfAsync(caller, "aws:TokenIssueTime"));
        Assert.Equal(mfa, await _world.KeyOfAsync(caller, "aws:MultiFactorAuthPresent"));
        Assert.Equal(mfaAge, await _world.KeyOfAsync(caller, "aws:MultiFactorAuthAge"));
        Assert.Equal(sourceIdentity, await _world.KeyOfAsync(caller, "aws:SourceIdentity"));
        Assert.Equal(tag, await _world.KeyOfAsync(caller, "aws:PrincipalTag/kind"));
        foreach (var absent in new[] { "aws:FederatedProvider", "saml:sub", "identitystore:UserId", "ec2:RoleDelivery", "aws:AssumedRoot", "aws:ViaAWSService", "aws:CalledVia" })
        {
            Assert.Null(await _world.KeyOfAsync(caller, absent));
        }
    }

    [Fact]
    public async Task ST_029_the_age_of_MFA_is_in_whole_seconds_cut_off()
    {
        var caller = await CallerAsync("user session with MFA");
        _world.Clock.Advance(TimeSpan.FromMilliseconds(1999));
        Assert.Equal("1", await _world.KeyOfAsync(caller, "aws:MultiFactorAuthAge"));
    }

    [Fact]
    public async Task ID_023_ST_028_members_of_an_organization_say_so()
    {
        var organization = new Organization { Id = "o-aaaaaaaaaa", Name = "Org", RootId = "r-aaaa", ManagementAccount = AccountId.Parse(SessionFixture.Other) };
        _world.Put(organization);
        _world.Change(SessionFixture.Account(SessionFixture.Home, "Home"), a => a with { Parent = organization.Key, ServiceControlPolicies = [PredefinedPolicies.FullAwsAccess] });
        _world.Change(organization, o => o with { ServiceControlPolicies = [PredefinedPolicies.FullAwsAccess] });
        var caller = await CallerAsync("key");
        Assert.Equal("o-aaaaaaaaaa", await _world.KeyOfAsync(caller, "aws:PrincipalOrgID"));
        Assert.Equal("[o-aaaaaaaaaa/r-aaaa/]", await _world.KeyOfAsync(caller, "aws:PrincipalOrgPaths"));
    }

    [Theory]
    [InlineData("key", "iam:GetUser", null)]
    [InlineData("user session", "iam:GetUser", "ST-081")]
    [InlineData("user session with MFA", "iam:GetUser", null)]
    [InlineData("user session", "sts:AssumeRole", null)]
    [InlineData("user session", "sts:GetFederationToken", "ST-082")]
    [InlineData("user session", "sts:GetCallerIdentity", null)]
    [InlineData("sign-in", "iam:GetUser", null)]
    [InlineData("exported sign-in", "iam:GetUser", "ST-081")]
    [InlineData("federated", "iam:GetUser", "ST-090")]
    [InlineData("federated", "sts:AssumeRole", "ST-090")]
    [InlineData("federated", "docs:Read", null)]
    [InlineData("role", "iam:GetUser", null)]
    [InlineData("role", "sts:AssumeRole", null)]
    [InlineData("forwarded", "sts:AssumeRole", "ST-127")]
    [InlineData("forwarded", "docs:Read", null)]
    public async Task ST_008_SC_124_a_session_is_refused_what_its_kind_may_never_do(string kind, string action, string? rule)
    {
        var caller = await CallerAsync(kind);
        var refusal = Record.Exception(() => SessionRestrictions.Check(caller, ActionName.Parse(action))) as IamException;
        Assert.Equal(rule, refusal?.Details[0].Rule);
        Assert.Equal(rule is null ? null : "sessionRestriction", refusal?.Details[0].Subject);
    }

    [Theory]
    [InlineData("user session")]
    [InlineData("sign-in")]
    [InlineData("role")]
    [InlineData("federated")]
    public async Task ST_076_ST_085_sessions_cannot_make_user_sessions(string kind)
    {
        var caller = await CallerAsync(kind);
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.GetSessionTokenAsync(caller, new()));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.GetFederationTokenAsync(caller, new("feder")));
    }

    [Theory]
    [InlineData(false, null, 43200)]
    [InlineData(false, 900, 900)]
    [InlineData(false, 129600, 129600)]
    [InlineData(true, null, 3600)]
    [InlineData(true, 129600, 3600)]
    [InlineData(true, 900, 900)]
    [InlineData(false, 899, null)]
    [InlineData(false, 129601, null)]
    public async Task ST_078_ST_087_durations_of_user_sessions(bool root, int? seconds, int? expected)
    {
        Caller caller = root ? await _world.RootKeyAsync() : await CallerAsync("key");
        if (expected is null)
        {
            await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, async () => await _world.Sts.GetSessionTokenAsync(caller, new() { DurationSeconds = seconds }));
            await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, async () => await _world.Sts.GetFederationTokenAsync(caller, new("feder") { DurationSeconds = seconds }));
            return;
        }

        var end = _world.Clock.GetUtcNow().AddSeconds(expected.Value);
        Assert.Equal(end, (await _world.Sts.GetSessionTokenAsync(caller, new() { DurationSeconds = seconds })).Credentials.Expiration);
        Assert.Equal(end, (await _world.Sts.GetFederationTokenAsync(caller, new("feder") { DurationSeconds = seconds })).Credentials.Expiration);
    }

    [Fact]
    public async Task ST_088_SC_066_a_federated_session_has_what_user_and_session_policy_both_allow()
    {
        const string policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["docs:Read","sts:GetFederationToken"],"Resource":"*"}]}""";
        var caller = await _world.KeyAsync(_world.User("limited", policy));
        var bare = await _world.Sts.GetFederationTokenAsync(caller, new("feder"));
        var narrowed = await _world.Sts.GetFederationTokenAsync(caller, new("feder") { Policy = SessionFixture.AllowAll });
        Assert.False((await _world.DecideAsync(bare.Session, "docs:Read")).IsAllowed);
        Assert.True((await _world.DecideAsync(narrowed.Session, "docs:Read")).IsAllowed);
        Assert.False((await _world.DecideAsync(narrowed.Session, "docs:Write")).IsAllowed);

        var root = await _world.RootKeyAsync();
        var ofRoot = await _world.Sts.GetFederationTokenAsync(root, new("feder") { Policy = policy });
        Assert.True((await _world.DecideAsync(ofRoot.Session, "docs:Read")).IsAllowed);
        Assert.False((await _world.DecideAsync(ofRoot.Session, "docs:Write")).IsAllowed);
        Assert.False((await _world.DecideAsync((await _world.Sts.GetFederationTokenAsync(root, new("feder"))).Session, "docs:Read")).IsAllowed);
    }

    [Fact]
    public async Task ST_077_no_policy_refuses_GetSessionToken_nor_GetCallerIdentity()
    {
        var caller = await _world.KeyAsync(_world.User("denied", """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}"""));
        var session = await _world.Sts.GetSessionTokenAsync(caller, new());
        await _world.Sts.GetCallerIdentityAsync(session.Session);
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.GetFederationTokenAsync(caller, new("feder")));
    }

    [Fact]
    public async Task SC_059_ST_122_to_ST_126_a_forwarded_session_says_through_whom_it_comes()
    {
        var key = await CallerAsync("key");
        _world.Clock.Advance(TimeSpan.FromSeconds(5));
        var first = await _world.Sts.ForwardAccessAsync(_world.Directory.OpenService("billing.example.com"), key);
        var second = await _world.Sts.ForwardAccessAsync(_world.Directory.OpenService("quiet.example.com"), first);
        var third = await _world.Sts.ForwardAccessAsync(_world.Directory.OpenService("billing.example.com"), second);

        Assert.Equal("true", await _world.KeyOfAsync(first, "aws:ViaAWSService"));
        Assert.Equal("false", await _world.KeyOfAsync(first, "aws:MultiFactorAuthPresent"));
        Assert.Equal("2026-01-31T09:30:05.000Z", await _world.KeyOfAsync(first, "aws:TokenIssueTime"));
        Assert.Equal("[billing.example.com]", await _world.KeyOfAsync(second, "aws:CalledVia"));
        Assert.Equal("[billing.example.com, billing.example.com]", await _world.KeyOfAsync(third, "aws:CalledVia"));
        Assert.Equal("billing.example.com", await _world.KeyOfAsync(third, "aws:CalledViaLast"));
        Assert.Equal((await _world.ResolveAsync(key)).Principal, (await _world.ResolveAsync(third)).Principal);

        var role = (await _world.AssumeAsync(key, _world.Role("Role", SessionFixture.Home), r => r with { SourceIdentity = "me@corp" })).Session;
        var forwarded = await _world.Sts.ForwardAccessAsync(_world.Directory.OpenService("quiet.example.com"), role);
        Assert.Equal("true", await _world.KeyOfAsync(forwarded, "aws:ViaAWSService"));
        Assert.Null(await _world.KeyOfAsync(forwarded, "aws:CalledVia"));
        Assert.Equal(await _world.KeyOfAsync(role, "aws:TokenIssueTime"), await _world.KeyOfAsync(forwarded, "aws:TokenIssueTime"));
        Assert.Equal("me@corp", await _world.KeyOfAsync(forwarded, "aws:SourceIdentity"));
    }

    [Theory]
    [InlineData("billing.example.com", "arn:aws:docs:::thing", true)]
    [InlineData("billing.example.com", null, false)]
    [InlineData("quiet.example.com", "arn:aws:docs:::thing", false)]
    public async Task SC_061_ST_115_ST_119_a_service_assumes_a_role_that_trusts_it_for_that_source(string service, string? sourceArn, bool expected)
    {
        var role = _world.Role("Guarded", "billing.example.com", kind: "Service", condition: """{"ArnEquals":{"aws:SourceArn":"arn:aws:docs:::thing"}}""");
        var act = async () => await _world.Sts.AssumeRoleForServiceAsync(_world.Directory.OpenService(service), role.Arn, "svc", new() { SourceArn = sourceArn });
        if (expected)
        {
            Assert.Equal(SessionKind.ServiceRole, (await act()).Session.Kind);
        }
        else
        {
            await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => act());
        }
    }

    [Fact]
    public async Task ST_056_ST_115_a_star_opens_no_role_to_a_service()
    {
        var role = _world.Role("Open", "*");
        await SessionFixture.RefusedAsync(
            IamErrorCode.AccessDenied, async () => await _world.Sts.AssumeRoleForServiceAsync(_world.Directory.OpenService("billing.example.com"), role.Arn, "svc"));
    }

    private async Task<Caller> CallerAsync(string kind)
    {
        if (kind == "root")
        {
            return await _world.RootKeyAsync();
        }

        if (kind == "service role")
        {
            var serviceRole = _world.Role("ServiceRole", "billing.example.com", kind: "Service");
            return (await _world.Sts.AssumeRoleForServiceAsync(_world.Directory.OpenService("billing.example.com"), serviceRole.Arn, "svc")).Session;
        }

        var user = _world.User("alice", SessionFixture.AllowAll, path: "/div/", tags: new Tag("kind", "user"));
        var key = await _world.KeyAsync(user);
        switch (kind)
        {
            case "key":
                return key;
            case "user session":
                return (await _world.Sts.GetSessionTokenAsync(key, new())).Session;
            case "user session with MFA":
                return await _world.MfaSessionAsync(key, "alice");
            case "sign-in" or "exported sign-in":
                var session = await _world.SignedInAsync("alice");
                return kind == "sign-in" ? session : new Session(session.State, isExported: true);
            case "federated":
                return (await _world.Sts.GetFederationTokenAsync(key, new("feder") { Tags = [new("Kind", "passed")] })).Session;
            case "forwarded":
                return await _world.Sts.ForwardAccessAsync(_world.Directory.OpenService("billing.example.com"), key);
            default:
                var role = _world.Role("Role", SessionFixture.Home, path: "/div/", tags: new Tag("kind", "role"));
                return (await _world.AssumeAsync(key, role, r => r with { SourceIdentity = "me@corp" })).Session;
        }
    }
}
