using IamCore.Authorization;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Predefined;
using IamCore.Sessions;
using IamCore.Stores;

namespace IamCore.Tests.Sessions;

/// <summary>
/// The tables of context keys of sts.md, asked the way policies ask: through the authorizer, by a policy that denies unless a key has the value of
/// the table (ST-025, ST-027, ST-028, ST-029, ST-057, ST-067, ST-110, ST-123, ST-125). A dash of the table is <see langword="null"/>: the key is absent.
/// </summary>
public sealed class ContextTableTests : IDisposable
{
    private const string Issued = "2026-01-31T09:30:00.000Z";

    private readonly SessionFixture _world = new();

    private readonly DirectoryAuthorizer _authorizer;

    private readonly Resources _resources = new();

    public ContextTableTests() => _authorizer = new(_world.Store, new() { ResourcePolicies = _resources, TimeProvider = _world.Clock });

    public static TheoryData<string, string, string?> Table { get; } = Rows();

    public void Dispose() => _authorizer.Dispose();

    [Theory]
    [MemberData(nameof(Table))]
    public async Task ST_025_ST_027_ST_028_ST_029_SC_041_a_key_has_the_value_of_the_table(string kind, string key, string? expected)
    {
        var caller = await CallerAsync(kind);
        var callers = new CallerAuthorizer(_world.Directory, _authorizer);
        var value = expected?.Replace("{id}", caller.Entity.Id, StringComparison.Ordinal);
        _resources.Policy = PolicySet.Compile(PolicyDocument.Parse(value is null ? DenyIfPresent(key) : DenyUnless(key, value), PolicyType.Resource));
        var result = await callers.AuthorizeAsync(caller, ActionName.Parse(kind == "root task" ? "iam:GetUser" : "docs:Read"), ResourceName.Parse(Resource(kind)), Liar.Instance);
        Assert.True(result.IsAllowed, $"{key} of {kind} is not {value ?? "absent"}: {result}");
    }

    /// <summary>The test above proves nothing unless a wrong value is denied.</summary>
    [Theory]
    [InlineData("role", "aws:userid", "wrong")]
    [InlineData("role", "aws:TokenIssueTime", null)]
    [InlineData("key", "aws:TokenIssueTime", Issued)]
    public async Task A_value_that_is_not_the_tables_is_denied(string kind, string key, string? claimed)
    {
        var callers = new CallerAuthorizer(_world.Directory, _authorizer);
        _resources.Policy = PolicySet.Compile(PolicyDocument.Parse(claimed is null ? DenyIfPresent(key) : DenyUnless(key, claimed), PolicyType.Resource));
        Assert.False((await callers.AuthorizeAsync(await CallerAsync(kind), ActionName.Parse("docs:Read"), ResourceName.Parse(Resource(kind)), Liar.Instance)).IsAllowed);
    }

    private static TheoryData<string, string, string?> Rows()
    {
        var rows = new TheoryData<string, string, string?>();
        string[] all = ["key", "user session", "sign-in", "mfa", "role", "web identity", "saml", "identity center", "federated", "service role", "workload", "forwarded", "forwarded role"];
        foreach (var kind in all)
        {
            var isUser = kind is "key" or "user session" or "sign-in" or "mfa" or "forwarded";
            var isRole = !isUser && kind != "federated";
            var isKey = kind == "key";

            // ST-025
            Add(kind, "aws:PrincipalArn", isUser ? "arn:aws:iam::123456789012:user/div/alice" : isRole ? "arn:aws:iam::123456789012:role/div/Role" : "arn:aws:sts::123456789012:federated-user/feder");
            Add(kind, "aws:userid", isUser ? "{id}" : isRole ? "{id}:session" : "123456789012:feder");
            Add(kind, "aws:username", isUser ? "alice" : null);
            Add(kind, "aws:PrincipalType", isUser ? "User" : isRole ? "AssumedRole" : "FederatedUser");

            // ST-027
            Add(kind, "aws:TokenIssueTime", isKey ? null : kind == "mfa" ? "2026-01-31T09:31:00.000Z" : Issued);
            Add(kind, "aws:MultiFactorAuthPresent", isKey ? null : kind == "mfa" ? "true" : "false");
            Add(kind, "aws:MultiFactorAuthAge", kind == "mfa" ? "0" : null);
            Add(kind, "aws:SourceIdentity", kind is "role" or "web identity" or "saml" or "forwarded role" ? "me@corp" : null);
            Add(kind, "aws:PrincipalTag/kind", kind == "federated" ? "passed" : isUser ? "user" : "role");
            Add(kind, "aws:PrincipalTag/own", isUser || kind == "federated" ? "user" : null);
            Add(kind, "aws:FederatedProvider", kind switch
            {
                "web identity" => "accounts.google.com",
                "saml" or "identity center" => "arn:aws:iam::123456789012:saml-provider/Idp",
                _ => null,
            });
            Add(kind, "accounts.google.com:sub", kind == "web identity" ? "subject" : null);
            Add(kind, "accounts.google.com:aud", kind == "web identity" ? "client" : null);
            Add(kind, "saml:sub", kind is "saml" or "identity center" ? "name-id" : null);
            Add(kind, "saml:sub_type", kind is "saml" or "identity center" ? "persistent" : null);
            Add(kind, "saml:namequalifier", kind is "saml" or "identity center" ? "qualifier" : null);
            Add(kind, "identitystore:UserId", kind == "identity center" ? "4567" : null);
            Add(kind, "ec2:SourceInstanceARN", kind == "workload" ? "arn:aws:ec2:::instance/i-1" : null);
            Add(kind, "ec2:RoleDelivery", kind == "workload" ? "2.0" : null);
            Add(kind, "aws:Ec2InstanceSourceVpc", kind == "workload" ? "vpc-1" : null);
            Add(kind, "aws:Ec2InstanceSourcePrivateIPv4", kind == "workload" ? "10.0.0.1" : null);
            Add(kind, "aws:AssumedRoot", null);

            // ST-028, ST-118, ST-123
            Add(kind, "aws:PrincipalAccount", "123456789012");
            Add(kind, "aws:ViaAWSService", kind.StartsWith("forwarded", StringComparison.Ordinal) ? "true" : "false");
            Add(kind, "aws:PrincipalIsAWSService", "false");
            Add(kind, "aws:PrincipalServiceName", null);
            Add(kind, "aws:PrincipalServiceNamesList", null);
            Add(kind, "aws:CalledViaFirst", kind.StartsWith("forwarded", StringComparison.Ordinal) ? "billing.example.com" : null);
            Add(kind, "aws:CalledViaLast", kind.StartsWith("forwarded", StringComparison.Ordinal) ? "billing.example.com" : null);
            Add(kind, "aws:CurrentTime", kind == "mfa" ? "2026-01-31T09:31:00Z" : "2026-01-31T09:30:00Z");
            Add(kind, "aws:EpochTime", kind == "mfa" ? "1769851860" : "1769851800");
        }

        foreach (var kind in (string[])["root", "root task"])
        {
            var account = kind == "root" ? SessionFixture.Home : SessionFixture.Other;
            Add(kind, "aws:PrincipalArn", $"arn:aws:iam::{account}:root");
            Add(kind, "aws:userid", account);
            Add(kind, "aws:username", null);
            Add(kind, "aws:PrincipalType", "Account");
            Add(kind, "aws:PrincipalAccount", account);
            Add(kind, "aws:AssumedRoot", kind == "root" ? null : "true");
            Add(kind, "aws:TokenIssueTime", kind == "root" ? null : Issued);
            Add(kind, "aws:MultiFactorAuthPresent", kind == "root" ? null : "false");
            Add(kind, "aws:SourceIdentity", kind == "root" ? null : "me@corp");
            Add(kind, "aws:PrincipalTag/kind", null);
        }

        return rows;

        void Add(string kind, string key, string? value) => rows.Add(kind, key, value);
    }

    private static string Resource(string kind) => kind == "root task" ? $"arn:aws:iam::{SessionFixture.Other}:root" : "arn:aws:docs:::thing";

    private static string DenyUnless(string key, string value) => Policy($$$"""{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"{{{key}}}":"{{{value}}}"} } }""");

    private static string DenyIfPresent(string key) => Policy($$$"""{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"Null":{"{{{key}}}":"false"} } }""");

    private static string Policy(string statement) => $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""";

    private async Task<Caller> CallerAsync(string kind)
    {
        if (kind == "root")
        {
            return await _world.RootKeyAsync();
        }

        if (kind == "root task")
        {
            return await RootTaskAsync();
        }

        var user = _world.User("alice", SessionFixture.AllowAll, path: "/div/", tags: [new("kind", "user"), new("own", "user")]);
        var key = await _world.KeyAsync(user);
        switch (kind)
        {
            case "key":
                return key;
            case "user session":
                return (await _world.Sts.GetSessionTokenAsync(key, new())).Session;
            case "mfa":
                return await _world.MfaSessionAsync(key, "alice");
            case "sign-in":
                return await _world.SignedInAsync("alice");
            case "federated":
                return (await _world.Sts.GetFederationTokenAsync(key, new("feder") { Tags = [new("Kind", "passed")], Policy = SessionFixture.AllowAll })).Session;
            case "forwarded":
                return await _world.Sts.ForwardAccessAsync(_world.Directory.OpenService("billing.example.com"), key);
        }

        var role = _world.Role(
            "Role", kind is "service role" ? "billing.example.com" : kind == "workload" ? "ec2.amazonaws.com" : SessionFixture.Home, path: "/div/",
            kind: kind is "service role" or "workload" ? "Service" : "AWS", tags: new Tag("kind", "role"));
        switch (kind)
        {
            case "service role":
                return (await _world.Sts.AssumeRoleForServiceAsync(_world.Directory.OpenService("billing.example.com"), role.Arn, "session")).Session;
            case "workload":
                var found = (await _world.Directory.Principals.FindEntityAsync(role.Account, ObjectLocator.ByKey(role.Key), default))!;
                return new ServiceRoleOperation(_world.Directory, _world.Callers, new(_world.Directory)).ForWorkload(
                    found, "session", new() { SourceInstanceArn = "arn:aws:ec2:::instance/i-1", SourceVpc = "vpc-1", SourcePrivateIPv4 = "10.0.0.1" }).Session;
            case "web identity":
                return Federated(role, SessionKind.WebIdentityRole, "me@corp",
                    new("aws:FederatedProvider", ["accounts.google.com"]), new("accounts.google.com:sub", ["subject"]), new("accounts.google.com:aud", ["client"]));
            case "saml":
                return Federated(role, SessionKind.SamlRole, "me@corp", Saml());
            case "identity center":
                return Federated(role, SessionKind.IdentityCenterRole, null, [.. Saml(), new("identitystore:UserId", ["4567"])]);
        }

        var assumed = (await _world.AssumeAsync(key, role, r => r with { SourceIdentity = "me@corp" })).Session;
        return kind == "role" ? assumed : await _world.Sts.ForwardAccessAsync(_world.Directory.OpenService("billing.example.com"), assumed);
    }

    private static FrozenKey[] Saml() =>
    [
        new("aws:FederatedProvider", ["arn:aws:iam::123456789012:saml-provider/Idp"]), new("saml:sub", ["name-id"]), new("saml:sub_type", ["persistent"]),
        new("saml:namequalifier", ["qualifier"]),
    ];

    /// <summary>A session as federation makes it.</summary>
    private Session Federated(IamRole role, SessionKind kind, string? sourceIdentity, params FrozenKey[] keys) => new SessionIssuer(_world.Directory).Issue(TimeSpan.FromHours(1), new()
    {
        Kind = kind, Account = SessionFixture.Home, EntityId = role.Id, Name = "session", SourceIdentity = sourceIdentity, Keys = keys,
        AccessKeyId = "", Secret = "", IssuedAt = 0, ExpiresAt = 0,
    });

    private async Task<Caller> RootTaskAsync()
    {
        var organization = new Organization
        {
            Id = "o-aaaaaaaaaa", Name = "Org", RootId = "r-aaaa", ManagementAccount = AccountId.Parse(SessionFixture.Home), RootSessions = true,
            ServiceControlPolicies = [PredefinedPolicies.FullAwsAccess],
        };
        _world.Put(organization);
        foreach (var (id, name) in new[] { (SessionFixture.Home, "Home"), (SessionFixture.Other, "Other") })
        {
            _world.Change(SessionFixture.Account(id, name), a => a with { Parent = organization.Key, ServiceControlPolicies = [PredefinedPolicies.FullAwsAccess] });
        }

        var admin = await _world.KeyAsync(_world.User("admin", SessionFixture.AllowAll));
        var named = (await _world.AssumeAsync(admin, _world.Role("Admin", SessionFixture.Home), r => r with { SourceIdentity = "me@corp" })).Session;
        return (await _world.Sts.AssumeRootAsync(named, new(SessionFixture.Other, "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"))).Session;
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
