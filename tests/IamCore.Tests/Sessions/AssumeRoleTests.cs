using IamCore.Callers;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Signing;

namespace IamCore.Tests.Sessions;

public sealed class AssumeRoleTests
{
    private const string AllowAssume = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:*","Resource":"*"}]}""";

    private readonly SessionFixture _world = new();

    [Fact]
    public async Task SC_031_SC_032_two_users_assume_one_role_and_act_with_its_permissions_in_place_of_their_own()
    {
        const string documents = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:*","Resource":"*"}]}""";
        const string photos = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["photos:*","sts:*"],"Resource":"*"}]}""";
        var role = _world.Role("Reader", SessionFixture.Home, documents);
        foreach (var name in new[] { "alice", "bob" })
        {
            var caller = await _world.KeyAsync(_world.User(name, photos));
            var assumed = await _world.Sts.AssumeRoleAsync(caller, new(role.Arn, name));

            Assert.Equal($"arn:aws:sts::{SessionFixture.Home}:assumed-role/Reader/{name}", assumed.Arn);
            Assert.Equal($"{role.Id}:{name}", assumed.AssumedRoleId);
            Assert.True((await _world.DecideAsync(assumed.Session, "docs:Read")).IsAllowed);
            Assert.False((await _world.DecideAsync(assumed.Session, "photos:Read")).IsAllowed);
            Assert.True((await _world.DecideAsync(caller, "photos:Read")).IsAllowed);
        }
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public async Task SC_057_ST_042_across_accounts_trust_and_the_callers_policy_are_both_needed(bool trusts, bool mayCall, bool expected)
    {
        var caller = await _world.KeyAsync(_world.User("alice", mayCall ? AllowAssume : null));
        var role = _world.Role("Guest", trusts ? SessionFixture.Home : SessionFixture.Other, account: SessionFixture.Other);
        if (expected)
        {
            var assumed = await _world.AssumeAsync(caller, role);
            Assert.Equal(SessionFixture.Other, (await _world.Sts.GetCallerIdentityAsync(assumed.Session)).Account.ToString());
            return;
        }

        var refusal = await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => _world.AssumeAsync(caller, role));
        Assert.DoesNotContain("because", refusal.Message, StringComparison.Ordinal); // ST-040: other accounts learn nothing
    }

    [Fact]
    public async Task ST_010_a_role_that_is_not_there_is_refused_like_one_that_does_not_trust()
    {
        var caller = await _world.KeyAsync(_world.User("alice", AllowAssume));
        var role = _world.Role("Guest", SessionFixture.Other, account: SessionFixture.Other);
        var refused = await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => _world.AssumeAsync(caller, role));
        var missing = await SessionFixture.RefusedAsync(
            IamErrorCode.AccessDenied, async () => await _world.Sts.AssumeRoleAsync(caller, new(role.Arn.Replace("Guest", "Gone", StringComparison.Ordinal), "session")));
        Assert.Equal(refused.Message.Replace("Guest", "Gone", StringComparison.Ordinal), missing.Message);
    }

    [Theory]
    [InlineData("42", true)]
    [InlineData("43", false)]
    [InlineData(null, false)]
    public async Task SC_095_ST_043_a_third_party_needs_the_external_id(string? externalId, bool expected)
    {
        var caller = await _world.KeyAsync(_world.User("vendor", AllowAssume));
        var role = _world.Role("ForVendor", SessionFixture.Home, account: SessionFixture.Other, condition: """{"StringEquals":{"sts:ExternalId":"42"}}""");
        await ExpectAsync(expected, () => _world.AssumeAsync(caller, role, r => r with { ExternalId = externalId }));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    [InlineData(9, false)]
    public async Task ST_033_a_code_of_the_callers_own_device_proves_MFA_and_works_once(int steps, bool expected)
    {
        var user = _world.User("alice", AllowAssume);
        var caller = await _world.KeyAsync(user);
        var (serial, seed) = await _world.DeviceAsync("alice", "phone");
        _world.Clock.Advance(TimeSpan.FromSeconds(30));
        var role = _world.Role("Guarded", SessionFixture.Home, condition: """{"Bool":{"aws:MultiFactorAuthPresent":"true"},"NumericLessThan":{"aws:MultiFactorAuthAge":"1"}}""");
        await ExpectAsync(expected, () => _world.AssumeAsync(caller, role, r => r with { SerialNumber = serial, TokenCode = _world.Code(seed, steps) }));
        await SessionFixture.RefusedAsync(
            IamErrorCode.AccessDenied, () => _world.AssumeAsync(caller, role, r => r with { SerialNumber = serial, TokenCode = _world.Code(seed, steps) }));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => _world.AssumeAsync(caller, role));
    }

    [Fact]
    public async Task ST_030_ST_034_the_callers_own_session_keys_reach_the_trust_decision_and_MFA_goes_no_further()
    {
        var alice = _world.User("alice", AllowAssume, tags: new Tag("Team", "blue"));
        var key = await _world.KeyAsync(alice);
        var (serial, seed) = await _world.DeviceAsync("alice", "phone");
        _world.Clock.Advance(TimeSpan.FromSeconds(30));
        var withMfa = (await _world.Sts.GetSessionTokenAsync(key, new() { SerialNumber = serial, TokenCode = _world.Code(seed) })).Session;
        var without = (await _world.Sts.GetSessionTokenAsync(key, new())).Session;
        var guarded = _world.Role("Guarded", SessionFixture.Home, condition: $$$"""{"Bool":{"aws:MultiFactorAuthPresent":"true"},"StringEquals":{"aws:PrincipalTag/Team":"blue","aws:userid":"{{{alice.Id}}}"}}""");

        var role = await _world.AssumeAsync(withMfa, guarded);
        Assert.Equal("false", await _world.KeyOfAsync(role.Session, "aws:MultiFactorAuthPresent"));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => _world.AssumeAsync(without, guarded));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => _world.AssumeAsync(key, guarded));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => _world.AssumeAsync(role.Session, guarded));
    }

    [Fact]
    public async Task CR_042_a_code_of_another_users_device_is_refused()
    {
        var alice = await _world.KeyAsync(_world.User("alice", AllowAssume));
        _world.User("bob");
        var (serial, seed) = await _world.DeviceAsync("bob", "phone");
        _world.Clock.Advance(TimeSpan.FromSeconds(30));
        var role = _world.Role("Any", SessionFixture.Home);
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => _world.AssumeAsync(alice, role, r => r with { SerialNumber = serial, TokenCode = _world.Code(seed) }));
    }

    [Theory]
    [InlineData(899, IamErrorCode.ValidationError)]
    [InlineData(900, null)]
    [InlineData(7200, null)]
    [InlineData(7201, IamErrorCode.ValidationError)]
    [InlineData(43201, IamErrorCode.ValidationError)]
    public async Task ST_012_SC_067_the_roles_maximum_binds(int seconds, IamErrorCode? expected)
    {
        var caller = await _world.KeyAsync(_world.User("alice", AllowAssume));
        var role = _world.Role("Limited", SessionFixture.Home, max: 7200);
        if (expected is { } code)
        {
            await SessionFixture.RefusedAsync(code, () => _world.AssumeAsync(caller, role, r => r with { DurationSeconds = seconds }));
            return;
        }

        var assumed = await _world.AssumeAsync(caller, role, r => r with { DurationSeconds = seconds });
        Assert.Equal(_world.Clock.GetUtcNow().AddSeconds(seconds), assumed.Credentials.Expiration);
    }

    [Fact]
    public async Task ST_005_SC_067_a_session_works_to_the_tick_before_its_end()
    {
        var caller = await _world.KeyAsync(_world.User("alice", AllowAssume));
        var assumed = await _world.AssumeAsync(caller, _world.Role("Any", SessionFixture.Home));
        _world.Clock.SetUtcNow(assumed.Session.Expiration.AddTicks(-1));
        await _world.Sts.GetCallerIdentityAsync(assumed.Session);
        _world.Clock.SetUtcNow(assumed.Session.Expiration);
        await SessionFixture.RefusedAsync(IamErrorCode.ExpiredToken, async () => await _world.Sts.GetCallerIdentityAsync(assumed.Session));
        var credentials = assumed.Credentials;
        var refused = await Assert.ThrowsAsync<SignatureException>(async () =>
            await _world.Authenticator.AuthenticateAccessKeyAsync(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken));
        Assert.Equal(SignatureFaultCode.ExpiredToken, refused.Fault.Code);
    }

    [Theory]
    [InlineData(3600, null)]
    [InlineData(3601, IamErrorCode.ValidationError)]
    public async Task ST_046_a_chained_session_lasts_an_hour_at_most(int seconds, IamErrorCode? expected)
    {
        var first = await _world.AssumeAsync(await _world.KeyAsync(_world.User("alice", AllowAssume)), _world.Role("First", SessionFixture.Home));
        var second = _world.Role("Second", SessionFixture.Home);
        if (expected is { } code)
        {
            await SessionFixture.RefusedAsync(code, () => _world.AssumeAsync(first.Session, second, r => r with { DurationSeconds = seconds }));
        }
        else
        {
            Assert.Equal(_world.Clock.GetUtcNow().AddSeconds(seconds), (await _world.AssumeAsync(first.Session, second, r => r with { DurationSeconds = seconds })).Session.Expiration);
        }
    }

    [Fact]
    public async Task ST_051_twenty_links_are_allowed()
    {
        var role = _world.Role("Ring", SessionFixture.Home);
        Caller caller = (await _world.AssumeAsync(await _world.KeyAsync(_world.User("alice", AllowAssume)), role)).Session;
        for (var link = 1; link <= 20; link++)
        {
            caller = (await _world.AssumeAsync(caller, role)).Session;
        }

        await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, () => _world.AssumeAsync(caller, role));
    }

    [Fact]
    public async Task ST_037_a_role_does_not_trust_itself_without_saying_so()
    {
        var alice = _world.User("alice", AllowAssume);
        var role = _world.Role("Own", alice.Id);
        var session = (await _world.AssumeAsync(await _world.KeyAsync(alice), role)).Session;
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => _world.AssumeAsync(session, role));
    }

    [Fact]
    public async Task ST_049_transitive_tags_pass_on_and_others_do_not()
    {
        var caller = await _world.KeyAsync(_world.User("alice", AllowAssume));
        var role1 = _world.Role("Role1", SessionFixture.Home, tags: new Tag("Heart", "1"));
        var role2 = _world.Role("Role2", SessionFixture.Home, tags: new Tag("Sun", "2"));
        var role3 = _world.Role("Role3", SessionFixture.Home, tags: [new("Lightning", "3"), new("Star", "3")]);

        var first = await _world.AssumeAsync(caller, role1, r => r with { Tags = [new("Star", "1"), new("Heart", "1"), new("Moon", "1")], TransitiveTagKeys = ["Star", "heart"] });
        Assert.Equal("1", await _world.KeyOfAsync(first.Session, "aws:PrincipalTag/Moon"));
        var second = await _world.AssumeAsync(first.Session, role2);
        Assert.Equal("1", await _world.KeyOfAsync(second.Session, "aws:PrincipalTag/Heart"));
        Assert.Equal("1", await _world.KeyOfAsync(second.Session, "aws:PrincipalTag/star"));
        Assert.Equal("2", await _world.KeyOfAsync(second.Session, "aws:PrincipalTag/Sun"));
        Assert.Null(await _world.KeyOfAsync(second.Session, "aws:PrincipalTag/Moon"));
        var third = await _world.AssumeAsync(second.Session, role3);
        Assert.Equal("1", await _world.KeyOfAsync(third.Session, "aws:PrincipalTag/Star"));
        Assert.Equal("3", await _world.KeyOfAsync(third.Session, "aws:PrincipalTag/Lightning"));
        Assert.Null(await _world.KeyOfAsync(third.Session, "aws:PrincipalTag/Sun"));
        await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, () => _world.AssumeAsync(second.Session, role3, r => r with { Tags = [new("STAR", "9")] }));
    }

    [Fact]
    public async Task ST_048_an_inherited_tag_stands_in_for_the_roles_own_in_the_trust_decision()
    {
        var caller = await _world.KeyAsync(_world.User("alice", AllowAssume));
        var first = await _world.AssumeAsync(caller, _world.Role("First", SessionFixture.Home), r => r with { Tags = [new("Team", "blue")], TransitiveTagKeys = ["Team"] });
        var red = _world.Role("Red", SessionFixture.Home, condition: """{"StringEquals":{"aws:ResourceTag/Team":"red"}}""", tags: new Tag("Team", "red"));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => _world.AssumeAsync(first.Session, red));
        await _world.AssumeAsync(caller, red);
    }

    [Theory]
    [InlineData("""["sts:AssumeRole"]""", false)]
    [InlineData("""["sts:AssumeRole","sts:TagSession"]""", true)]
    public async Task ST_038_passing_tags_needs_TagSession(string actions, bool expected)
    {
        var caller = await _world.KeyAsync(_world.User("alice", AllowAssume));
        var role = _world.Role("Tagged", SessionFixture.Home, actions: actions);
        await ExpectAsync(expected, () => _world.AssumeAsync(caller, role, r => r with { Tags = [new("Team", "blue")] }));
    }

    [Theory]
    [InlineData("""["sts:AssumeRole","sts:TagSession"]""", true, false)]
    [InlineData("""["sts:AssumeRole","sts:SetSourceIdentity"]""", true, true)]
    [InlineData("""["sts:AssumeRole","sts:SetSourceIdentity"]""", false, false)]
    public async Task ST_039_across_accounts_a_source_identity_needs_both_sides(string trusted, bool callerMay, bool expected)
    {
        var policy = callerMay ? AllowAssume : """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}""";
        var alice = _world.User("alice", policy);
        var role = _world.Role("Named", alice.Arn, account: SessionFixture.Other, actions: trusted);
        await ExpectAsync(expected, async () => await _world.AssumeAsync(await _world.KeyAsync(alice), role, r => r with { SourceIdentity = "alice@corp" }));
    }

    [Fact]
    public async Task ST_050_a_source_identity_stays_through_the_chain()
    {
        var caller = await _world.KeyAsync(_world.User("alice", AllowAssume));
        var first = await _world.AssumeAsync(caller, _world.Role("First", SessionFixture.Home), r => r with { SourceIdentity = "alice@corp" });
        var role = _world.Role("Second", SessionFixture.Home);
        Assert.Equal("alice@corp", (await _world.AssumeAsync(first.Session, role)).SourceIdentity);
        Assert.Equal("alice@corp", (await _world.AssumeAsync(first.Session, role, r => r with { SourceIdentity = "alice@corp" })).SourceIdentity);
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => _world.AssumeAsync(first.Session, role, r => r with { SourceIdentity = "mallory" }));
    }

    [Fact]
    public async Task ST_022_SC_056_SC_066_session_policies_only_narrow_even_when_a_managed_one_is_deleted()
    {
        const string read = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["docs:Read","other:*"],"Resource":"*"}]}""";
        var caller = await _world.KeyAsync(_world.User("alice", AllowAssume));
        var role = _world.Role("Docs", SessionFixture.Home, """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:*","Resource":"*"}]}""");
        var managed = new ManagedPolicy
        {
            Id = "ANPAAAAAAAAAAAAAAAAAA",
            Account = AccountId.Parse(SessionFixture.Home),
            Name = "ReadOnly",
            DefaultVersionId = "v1",
            NextVersion = 2,
            Versions = [new("v1", new(read), _world.Clock.GetUtcNow())],
        };
        _world.Put(managed);
        var whole = await _world.AssumeAsync(caller, role);
        var inline = await _world.AssumeAsync(caller, role, r => r with { Policy = read });
        var byArn = await _world.AssumeAsync(caller, role, r => r with { PolicyArns = [managed.Arn, managed.Arn] });
        foreach (var narrow in new[] { inline, byArn })
        {
            Assert.True((await _world.DecideAsync(narrow.Session, "docs:Read")).IsAllowed);
            Assert.False((await _world.DecideAsync(narrow.Session, "docs:Write")).IsAllowed);
            Assert.False((await _world.DecideAsync(narrow.Session, "other:Read")).IsAllowed);
            Assert.NotNull(narrow.PackedPolicySize);
        }

        Assert.Null(whole.PackedPolicySize);
        _world.Delete(managed);
        Assert.False((await _world.DecideAsync(byArn.Session, "docs:Read")).IsAllowed);
        Assert.True((await _world.DecideAsync(whole.Session, "docs:Write")).IsAllowed);
    }

    [Fact]
    public async Task ST_004_permissions_are_read_at_each_decision()
    {
        var role = _world.Role("Changing", SessionFixture.Home);
        var assumed = await _world.AssumeAsync(await _world.KeyAsync(_world.User("alice", AllowAssume)), role);
        Assert.True((await _world.DecideAsync(assumed.Session, "docs:Read")).IsAllowed);
        _world.Change(role, r => r with { InlinePolicies = ValueList<InlinePolicy>.Empty });
        Assert.False((await _world.DecideAsync(assumed.Session, "docs:Read")).IsAllowed);
    }

    [Fact]
    public async Task ID_119_SC_118_a_role_made_again_under_its_name_does_not_revive_its_sessions()
    {
        var role = _world.Role("Again", SessionFixture.Home);
        var assumed = await _world.AssumeAsync(await _world.KeyAsync(_world.User("alice", AllowAssume)), role);
        _world.Delete(role);
        await SessionFixture.RefusedAsync(IamErrorCode.InvalidClientTokenId, async () => await _world.Sts.GetCallerIdentityAsync(assumed.Session));
        _world.Role("Again", SessionFixture.Home);
        await SessionFixture.RefusedAsync(IamErrorCode.InvalidClientTokenId, async () => await _world.Sts.GetCallerIdentityAsync(assumed.Session));
    }

    [Fact]
    public async Task ID_033_ST_031_root_assumes_no_role()
    {
        var role = _world.Role("Any", SessionFixture.Home);
        var refusal = await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.AssumeAsync(await _world.RootKeyAsync(), role));
        Assert.Equal("Roles may not be assumed by root accounts.", refusal.Message);
    }

    public static TheoryData<string, AssumeRole> Malformed => new()
    {
        { "name too short", new("arn:aws:iam::123456789012:role/Any", "a") },
        { "name too long", new("arn:aws:iam::123456789012:role/Any", new string('a', 65)) },
        { "name with a slash", new("arn:aws:iam::123456789012:role/Any", "a/b") },
        { "not a role", new("arn:aws:iam::123456789012:user/Any", "session") },
        { "external id too short", new("arn:aws:iam::123456789012:role/Any", "session") { ExternalId = "1" } },
        { "source identity of the service", new("arn:aws:iam::123456789012:role/Any", "session") { SourceIdentity = "aws:me" } },
        { "code without device", new("arn:aws:iam::123456789012:role/Any", "session") { TokenCode = "123456" } },
        { "device without code", new("arn:aws:iam::123456789012:role/Any", "session") { SerialNumber = "arn:aws:iam::123456789012:mfa/x" } },
        { "code of letters", new("arn:aws:iam::123456789012:role/Any", "session") { SerialNumber = "arn:aws:iam::123456789012:mfa/x", TokenCode = "12345a" } },
        { "reserved tag", new("arn:aws:iam::123456789012:role/Any", "session") { Tags = [new("aws:x", "1")] } },
        { "tag twice", new("arn:aws:iam::123456789012:role/Any", "session") { Tags = [new("x", "1"), new("X", "2")] } },
        { "transitive key without tag", new("arn:aws:iam::123456789012:role/Any", "session") { TransitiveTagKeys = ["x"] } },
        { "eleven policies", new("arn:aws:iam::123456789012:role/Any", "session") { PolicyArns = [.. Enumerable.Repeat("arn:aws:iam::aws:policy/ReadOnlyAccess", 11)] } },
        { "policy too long", new("arn:aws:iam::123456789012:role/Any", "session") { Policy = SessionFixture.AllowAll + new string(' ', 2048) } },
        { "policy beyond Latin-1", new("arn:aws:iam::123456789012:role/Any", "session") { Policy = SessionFixture.AllowAll.Replace("docs", "Ā", StringComparison.Ordinal) + "Ā" } },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task ST_010_to_ST_019_what_has_another_form_is_a_ValidationError(string what, AssumeRole request)
    {
        var caller = await _world.KeyAsync(_world.User("alice", AllowAssume));
        _world.Role("Any", SessionFixture.Home);
        var refusal = await Assert.ThrowsAsync<IamException>(async () => await _world.Sts.AssumeRoleAsync(caller, request));
        Assert.True(refusal.ErrorCode == IamErrorCode.ValidationError, $"{what}: {refusal.ErrorCode}");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""")]
    public async Task ST_013_a_session_policy_must_be_a_policy_without_principal(string policy)
    {
        var caller = await _world.KeyAsync(_world.User("alice", AllowAssume));
        var role = _world.Role("Any", SessionFixture.Home);
        await SessionFixture.RefusedAsync(IamErrorCode.MalformedPolicyDocument, () => _world.AssumeAsync(caller, role, r => r with { Policy = policy }));
    }

    [Fact]
    public async Task ST_020_too_much_for_the_packed_form_is_refused_with_its_percentage()
    {
        var world = new SessionFixture(new CredentialOptions { PackedPolicyLimit = 100 });
        var caller = await world.KeyAsync(world.User("alice", AllowAssume));
        var role = world.Role("Any", SessionFixture.Home);
        var random = new Random(1);
        Tag[] tags = [.. Enumerable.Range(0, 10).Select(i => new Tag($"k{i}", string.Concat(Enumerable.Range(0, 30).Select(_ => (char)('a' + random.Next(26))))))];
        var refusal = await SessionFixture.RefusedAsync(IamErrorCode.PackedPolicyTooLarge, () => world.AssumeAsync(caller, role, r => r with { Tags = [.. tags] }));
        Assert.Matches("consumes [0-9]{3}%", refusal.Message);
        Assert.InRange((await world.AssumeAsync(caller, role, r => r with { Tags = [tags[0]] })).PackedPolicySize!.Value, 1, 100);
    }

    private static async Task ExpectAsync(bool expected, Func<Task> act)
    {
        if (expected)
        {
            await act();
        }
        else
        {
            await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, act);
        }
    }
}
