using IamCore.Authorization;
using IamCore.Callers;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;

namespace IamCore.Tests.Sessions;

/// <summary>Encoded refusals and bearer tokens (ST-095, ST-096, ST-124), each sealed for its own purpose (ST-002).</summary>
public sealed class AuthorizationMessageTests : IDisposable
{
    private static readonly ActionName Delete = ActionName.Parse("docs:Delete");

    private readonly SessionFixture _world = new(new() { DependentActions = [new(ActionName.Parse("reports:Export"), Delete)] });

    private readonly DirectoryAuthorizer _authorizer;

    private readonly CallerAuthorizer _callers;

    public AuthorizationMessageTests()
    {
        _authorizer = new(_world.Store, new() { TimeProvider = _world.Clock });
        _callers = new(_world.Directory, _authorizer);
    }

    public void Dispose() => _authorizer.Dispose();

    [Fact]
    public async Task ST_095_a_refusal_is_read_by_who_may_in_the_account_of_the_refused_for_a_day()
    {
        var refused = await _world.KeyAsync(_world.User("alice"));
        var reader = await _world.KeyAsync(_world.User("reader", SessionFixture.AllowAll));
        var stranger = await _world.KeyAsync(_world.User("stranger", SessionFixture.AllowAll, SessionFixture.Other));
        var resource = ResourceName.Parse("arn:aws:docs:::thing");
        var result = await _callers.AuthorizeAsync(refused, Delete, resource);
        var encoded = await _world.Sts.EncodeAuthorizationMessageAsync(refused, Delete, resource, result, keys: ["aws:userid", "aws:SourceIp"]);

        var message = await _world.Sts.DecodeAuthorizationMessageAsync(reader, encoded);
        Assert.False(message.IsAllowed);
        Assert.False(message.IsExplicitDeny);
        Assert.Equal("arn:aws:iam::123456789012:user/alice", message.Principal);
        Assert.Equal(("docs:Delete", "arn:aws:docs:::thing"), (message.Action, message.Resource));
        Assert.Equal(["aws:userid"], message.Context.Keys);

        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.DecodeAuthorizationMessageAsync(refused, encoded));
        await InvalidAsync(stranger, encoded);
        for (var i = 0; i < encoded.Length; i += 11)
        {
            await InvalidAsync(reader, encoded[..i] + (encoded[i] == 'A' ? 'B' : 'A') + encoded[(i + 1)..]);
        }

        _world.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        await _world.Sts.DecodeAuthorizationMessageAsync(reader, encoded);
        _world.Clock.Advance(TimeSpan.FromTicks(1));
        await InvalidAsync(reader, encoded);
    }

    [Fact]
    public async Task SC_106_SC_124_ST_096_a_bearer_token_is_good_for_its_service_and_ends_with_its_session()
    {
        var user = _world.User("alice", SessionFixture.AllowAll);
        var key = await _world.KeyAsync(user);
        var session = (await _world.Sts.GetSessionTokenAsync(key, new() { DurationSeconds = 3600 })).Session;
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.GetServiceBearerTokenAsync(session, "billing.example.com")); // ST-082
        var role = (await _world.AssumeAsync(key, _world.Role("Any", SessionFixture.Home, tags: new Tag("kind", "role")), r => r with { Tags = [new("team", "red")] })).Session;
        var billing = _world.Directory.OpenService("billing.example.com");
        var quiet = _world.Directory.OpenService("quiet.example.com");

        var token = await _world.Sts.GetServiceBearerTokenAsync(role, "billing.example.com", 900);
        Assert.StartsWith("ABIA", token.TokenId, StringComparison.Ordinal);
        var opened = await _world.Sts.OpenServiceBearerTokenAsync(billing, token.Token);
        Assert.Equal((await _world.ResolveAsync(role)).Principal, (await _world.ResolveAsync(opened)).Principal);
        Assert.Equal("red", await _world.KeyOfAsync(opened, "aws:PrincipalTag/team"));
        await FailsAsync(async () => await _world.Sts.OpenServiceBearerTokenAsync(quiet, token.Token));
        await FailsAsync(async () => await _world.Sts.RedeemSignInTokenAsync(token.Token));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.CreateSignInTokenAsync(opened)); // no way to live for ever
        for (var i = 0; i < token.Token.Length; i += 17)
        {
            var altered = token.Token[..i] + (token.Token[i] == 'A' ? 'B' : 'A') + token.Token[(i + 1)..];
            await FailsAsync(async () => await _world.Sts.OpenServiceBearerTokenAsync(billing, altered));
        }

        await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, async () => await _world.Sts.GetServiceBearerTokenAsync(role, "nobody.example.com"));
        await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, async () => await _world.Sts.GetServiceBearerTokenAsync(role, "billing.example.com", 899));
        Assert.Equal(role.Expiration, (await _world.Sts.GetServiceBearerTokenAsync(role, "billing.example.com", 43200)).Expiration);

        _world.Clock.SetUtcNow(token.Expiration.AddTicks(-1));
        await _world.Sts.OpenServiceBearerTokenAsync(billing, token.Token);
        _world.Clock.SetUtcNow(token.Expiration);
        await FailsAsync(async () => await _world.Sts.OpenServiceBearerTokenAsync(billing, token.Token));
        var second = await _world.Sts.GetServiceBearerTokenAsync(role, "billing.example.com", 900);
        await _world.Trusted.ExecuteAsync(new RevokeSession(role));
        await SessionFixture.RefusedAsync(IamErrorCode.ExpiredToken, async () => await _world.Sts.OpenServiceBearerTokenAsync(billing, second.Token));
    }

    [Fact]
    public async Task SC_060_ST_124_a_refusal_at_the_second_hop_names_what_it_was_needed_for()
    {
        const string policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"reports:Export","Resource":"*"}]}""";
        var caller = await _world.KeyAsync(_world.User("alice", policy));
        await _callers.DemandAsync(caller, ActionName.Parse("reports:Export"), ResourceName.None);
        var forwarded = await _world.Sts.ForwardAccessAsync(_world.Directory.OpenService("billing.example.com"), caller);
        var refusal = await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _callers.DemandAsync(forwarded, Delete, ResourceName.None));
        Assert.Contains(refusal.Details, detail => detail is { Rule: "ST-124", Subject: "reports:Export" });
        Assert.Contains("is not authorized to perform: docs:Delete", refusal.Message, StringComparison.Ordinal);
        var direct = await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _callers.DemandAsync(caller, Delete, ResourceName.None));
        Assert.DoesNotContain(direct.Details, detail => detail.Rule == "ST-124");
    }

    [Theory]
    [InlineData("""{"StringEquals":{"sts:ExternalId":"42"}}""", true)]
    [InlineData("""{"StringEquals":{"sts:ExternalId":"43"}}""", false)]
    [InlineData("{}", false)]
    public async Task ST_043_a_third_party_checks_a_customers_role(string condition, bool expected)
    {
        var role = _world.Role("Customer", SessionFixture.Home, account: SessionFixture.Other, condition: condition);
        var caller = await _world.KeyAsync(_world.User("vendor", SessionFixture.AllowAll));
        Assert.Equal(expected, await _world.Sts.TestRoleExternalIdAsync(caller, role.Arn, "42"));
    }

    private async Task InvalidAsync(Caller caller, string encoded) => await SessionFixture.RefusedAsync(
        IamErrorCode.InvalidAuthorizationMessageException, async () => await _world.Sts.DecodeAuthorizationMessageAsync(caller, encoded));

    private static async Task FailsAsync(Func<Task> act) => await SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, act);
}
