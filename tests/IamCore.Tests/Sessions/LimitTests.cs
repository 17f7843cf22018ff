using IamCore.Administration.Policies;
using IamCore.Authorization;
using IamCore.Callers;
using IamCore.Policies;
using IamCore.Sessions;

namespace IamCore.Tests.Sessions;

/// <summary>Every duration limit, one second to either side (ST-012, ST-046, ST-078, ST-087, ST-098, ST-116, ST-129), and boundaries (ST-036).</summary>
public sealed class LimitTests
{
    private const string AssumeOnly = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}""";

    private const string ReadOnly = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"*"}]}""";

    private readonly SessionFixture _world = new();

    [Theory]
    [InlineData("AssumeRole", 900, 43_200)]
    [InlineData("AssumeRole, chained", 900, 3600)]
    [InlineData("AssumeRole, role of two hours", 900, 7200)]
    [InlineData("service role", 900, 43_200)]
    [InlineData("GetSessionToken", 900, 129_600)]
    [InlineData("GetFederationToken", 900, 129_600)]
    [InlineData("sign-in token", 900, 43_200)]
    [InlineData("bearer token", 900, 43_200)]
    public async Task SC_067_durations_end_where_they_are_said_to(string operation, int shortest, int longest)
    {
        var key = await _world.KeyAsync(_world.User("alice", SessionFixture.AllowAll));
        var role = _world.Role("Role", SessionFixture.Home, max: operation.Contains("two hours", StringComparison.Ordinal) ? 7200 : 43_200);
        var first = (await _world.AssumeAsync(key, role, r => operation.StartsWith("AssumeRole", StringComparison.Ordinal) ? r : r with { DurationSeconds = 43_200 })).Session;
        var service = _world.Role("Service", "billing.example.com", kind: "Service");
        foreach (var (seconds, isGood) in new[] { (shortest - 1, false), (shortest, true), (longest, true), (longest + 1, false) })
        {
            Func<Task<DateTimeOffset>> act = operation switch
            {
                "AssumeRole" or "AssumeRole, role of two hours" => async () => (await _world.AssumeAsync(key, role, r => r with { DurationSeconds = seconds })).Credentials.Expiration,
                "AssumeRole, chained" => async () => (await _world.AssumeAsync(first, role, r => r with { DurationSeconds = seconds })).Credentials.Expiration,
                "service role" => async () => (await _world.Sts.AssumeRoleForServiceAsync(
                    _world.Directory.OpenService("billing.example.com"), service.Arn, "job", durationSeconds: seconds)).Credentials.Expiration,
                "GetSessionToken" => async () => (await _world.Sts.GetSessionTokenAsync(key, new() { DurationSeconds = seconds })).Credentials.Expiration,
                "GetFederationToken" => async () => (await _world.Sts.GetFederationTokenAsync(key, new("feder") { DurationSeconds = seconds })).Credentials.Expiration,
                "sign-in token" => async () => (await _world.Sts.RedeemSignInTokenAsync(await _world.Sts.CreateSignInTokenAsync(first, seconds))).Expiration,
                _ => async () => (await _world.Sts.GetServiceBearerTokenAsync(first, "billing.example.com", seconds)).Expiration,
            };
            if (isGood)
            {
                Assert.Equal(_world.Clock.GetUtcNow().AddSeconds(seconds), await act());
            }
            else
            {
                await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, act);
            }
        }
    }

    [Theory]
    [InlineData("user", SessionFixture.Home, ReadOnly, false)]
    [InlineData("user", "arn:aws:iam::123456789012:user/alice", ReadOnly, false)] // whatever entry matches
    [InlineData("user", "arn:aws:iam::123456789012:user/alice", AssumeOnly, true)]
    [InlineData("role", "arn:aws:iam::123456789012:role/Caller", ReadOnly, false)]
    [InlineData("role", "arn:aws:iam::123456789012:role/Caller", AssumeOnly, true)]
    [InlineData("role", "arn:aws:sts::123456789012:assumed-role/Caller/session", ReadOnly, true)] // not limited (EV-054)
    [InlineData("role", "*", ReadOnly, true)]
    public async Task ST_036_a_boundary_of_the_caller_must_let_it_assume(string who, string trusted, string boundary, bool expected)
    {
        var limit = (await _world.Trusted.ExecuteAsync(new CreatePolicy("Limit", boundary))).Value;
        var user = _world.User("alice", AssumeOnly);
        var key = await _world.KeyAsync(user);
        Caller caller = key;
        if (who == "role")
        {
            var own = _world.Role("Caller", SessionFixture.Home, AssumeOnly);
            caller = (await _world.AssumeAsync(key, own)).Session;
            _world.Change(own, r => r with { PermissionsBoundary = limit.Key });
        }
        else
        {
            _world.Change(user, u => u with { PermissionsBoundary = limit.Key });
        }

        var target = _world.Role("Target", trusted);
        if (expected)
        {
            Assert.Equal(target.Key, (await _world.AssumeAsync(caller, target)).Session.Entity);
        }
        else
        {
            var refusal = await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => _world.AssumeAsync(caller, target));
            Assert.Contains("permissions boundary", refusal.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>ST-022: role policies, session policies and the role's boundary; what all of them allow is left.</summary>
    [Theory]
    [InlineData("docs:Read", true)]
    [InlineData("docs:Write", false)] // not in the boundary
    [InlineData("docs:List", false)] // not in the session policy
    [InlineData("docs:Other", false)] // not in the role's policy
    public async Task ST_022_a_session_may_what_role_session_policy_and_boundary_all_allow(string action, bool expected)
    {
        static string Allow(string actions) => $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[{{actions}}],"Resource":"*"}]}""";
        var limit = (await _world.Trusted.ExecuteAsync(new CreatePolicy("Limit", Allow("\"docs:Read\",\"docs:List\",\"docs:Other\"")))).Value;
        var role = _world.Role("Role", SessionFixture.Home, Allow("\"docs:Read\",\"docs:Write\",\"docs:List\""));
        _world.Change(role, r => r with { PermissionsBoundary = limit.Key });
        var session = (await _world.AssumeAsync(
            await _world.KeyAsync(_world.User("alice", AssumeOnly)), role, r => r with { Policy = Allow("\"docs:Read\",\"docs:Write\",\"docs:Other\"") })).Session;
        using var authorizer = new DirectoryAuthorizer(_world.Store, new() { TimeProvider = _world.Clock });
        Assert.Equal(
            expected, (await new CallerAuthorizer(_world.Directory, authorizer).AuthorizeAsync(session, ActionName.Parse(action), ResourceName.Parse("arn:aws:docs:::thing"))).IsAllowed);
    }
}
