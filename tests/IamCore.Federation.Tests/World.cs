using IamCore.Administration.Accounts;
using IamCore.Administration.Policies;
using IamCore.Administration.Providers;
using IamCore.Administration.Roles;
using IamCore.Authorization;
using IamCore.Callers;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Stores;

namespace IamCore.Federation.Tests;

/// <summary>An account with roles, a clock set by hand, and what decides about sessions in it.</summary>
internal sealed class World : IDisposable
{
    public const string Home = "123456789012";

    public const string AllowRead = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"*"}]}""";

    public const string Issuer = "https://idp.example.com/tenant";

    public const string ProviderName = "idp.example.com/tenant";

    private readonly DirectoryAuthorizer _authorizer;

    private readonly Resources _resources = new();

    public World()
    {
        Timers = new(Clock);
        Directory = new IamDirectory(new InMemoryDirectoryStore(), new() { TimeProvider = Timers });
        Directory.Instance.ExecuteAsync(new CreateAccount("Home", "root@example.com") { AccountId = Home }).GetAwaiter().GetResult();
        Directory.Instance.ExecuteAsync(new CreateAccount("Other", "other@example.com") { AccountId = "210987654321" }).GetAwaiter().GetResult();
        Iam = Directory.ForAccount(AccountId.Parse(Home));
        _authorizer = new(Directory.Store, new() { ResourcePolicies = _resources, TimeProvider = Clock });
        Callers = new(Directory, _authorizer);
        Sts = new(Directory);
    }

    public FakeTimeProvider Clock { get; } = new(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));

    /// <summary>The clock as the directory has it.</summary>
    public TimerWatch Timers { get; }

    public IamDirectory Directory { get; }

    public IamAdministration Iam { get; }

    public CallerAuthorizer Callers { get; }

    public SecurityTokenService Sts { get; }

    public static string OidcArn => $"arn:aws:iam::{Home}:oidc-provider/{ProviderName}";

    public async Task<OidcProvider> RegisterAsync(params string[] audiences) =>
        await Iam.ExecuteAsync(new CreateOpenIDConnectProvider(Issuer) { ClientIDList = [.. audiences] });

    /// <summary>A role that a provider's identities may assume, with everything else that a token can ask for, under a condition.</summary>
    public async Task<IamRole> RoleAsync(string name, string provider, string action, string condition = "{}", string? actions = null, string policy = AllowRead)
    {
        actions ??= $"""["{action}","sts:TagSession","sts:SetSourceIdentity"]""";
        var role = await Iam.ExecuteAsync(new CreateRole(
            name, $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"{{provider}}"},"Action":{{actions}},"Condition":{{condition}}}]}"""));
        await Iam.ExecuteAsync(new PutRolePolicy(name, "own", policy));
        return role.Value;
    }

    public Task<IamRole> WebRoleAsync(string name = "Web", string condition = "{}", string? actions = null, string policy = AllowRead) =>
        RoleAsync(name, OidcArn, "sts:AssumeRoleWithWebIdentity", condition, actions, policy);

    /// <summary>Gives a role a trust policy past the validator, which would refuse some that a store may hold.</summary>
    public async Task TrustAsync(IamRole role, string policy)
    {
        var stored = (IamRole)(await Directory.Store.FindAsync(ObjectLocator.ByKey(role.Key), default))!;
        var commit = await Directory.Store.CommitAsync(new() { Puts = [stored with { TrustPolicy = new(policy) }] }, default);
        Assert.True(commit.IsCommitted);
    }

    public async Task<bool> MayAsync(Caller caller, string action, string resource = "*") =>
        (await Callers.AuthorizeAsync(caller, ActionName.Parse(action), ResourceName.Parse(resource))).IsAllowed;

    /// <summary>Asserts what a session's context has under a key, asked by policies as users would; no values where the key is absent.</summary>
    public async Task AssertKeyAsync(Caller caller, string key, params string[] values)
    {
        string[] denials = values.Length switch
        {
            0 => [$$"""{"Null":{"{{key}}":"false"} }"""],
            1 => [$$"""{"StringNotEquals":{"{{key}}":"{{values[0]}}"} }"""],
            _ =>
            [
                $$"""{"ForAnyValue:StringNotEquals":{"{{key}}":["{{string.Join("\",\"", values)}}"]} }""",
                .. values.Select(value => $$"""{"ForAllValues:StringNotEquals":{"{{key}}":"{{value}}"} }"""),
            ],
        };
        foreach (var denial in denials)
        {
            _resources.Policy = PolicySet.Compile(PolicyDocument.Parse(
                $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{{denial}}}]}""", PolicyType.Resource));
            var result = await Callers.AuthorizeAsync(caller, ActionName.Parse("docs:Read"), ResourceName.Parse("arn:aws:docs::123456789012:thing"), Liar.Instance);
            Assert.True(result.IsAllowed, $"{key} is not {(values.Length == 0 ? "absent" : string.Join(", ", values))}: {denial}");
        }

        _resources.Policy = null;
    }

    public static async Task<IamException> RefusedAsync(IamErrorCode code, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<IamException>(act);
        Assert.True(code == refusal.ErrorCode, $"{refusal.ErrorCode}: {refusal.Message}");
        return refusal;
    }

    public void Dispose()
    {
        _authorizer.Dispose();
        Timers.Dispose();
    }

    private sealed class Resources : IResourcePolicySource
    {
        public PolicySet? Policy { get; set; }

        public ValueTask<PolicySet?> FindAsync(ResourceName resource, CancellationToken cancellationToken) => new(Policy);
    }

    /// <summary>A host that claims to know every key: none of it may stand in for what sessions carry (EV-013).</summary>
    private sealed class Liar : IRequestContext
    {
        public static Liar Instance { get; } = new();

        public ContextValue Find(ContextKey key) => "lie";
    }
}
