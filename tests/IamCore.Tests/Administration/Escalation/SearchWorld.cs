using System.Globalization;
using IamCore.Administration;
using IamCore.Administration.Accounts;
using IamCore.Administration.Composites;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Reports;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Callers;
using IamCore.Credentials.Passwords;
using IamCore.Credentials.Secrets;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Stores;
using static IamCore.Tests.Administration.Callers;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration.Escalation;

/// <summary>A state of a search: a directory, and who the limited caller can act as by now.</summary>
internal sealed class SearchWorld
{
    public const string Password = "Corr3ct-horse-1";

    /// <summary>Who could do everything from the beginning, and is nobody's creation.</summary>
    private static readonly string[] Powerful = ["admin", "free", "power"];

    private static readonly IamDirectoryOptions Options = new()
    {
        Credentials = new() { SecretProtector = new AesGcmSecretProtector([new SecretKey(1, new byte[32])]), PasswordHasher = new Pbkdf2PasswordHasher(1000) },
    };

    private SearchWorld(DirectoryState state, IEnumerable<(string Name, Caller Caller)> actors, string path)
    {
        Store = new(state);
        Directory = new(Store, Options);
        Actors = [.. actors];
        Path = path;
    }

    public SearchStore Store { get; }

    public IamDirectory Directory { get; }

    /// <summary>Whom the caller can act as: itself first, then what it got credentials of.</summary>
    public List<(string Name, Caller Caller)> Actors { get; }

    /// <summary>How the state came about.</summary>
    public string Path { get; }

    public IamAdministration Trusted => Directory.ForAccount(AccountId.Parse(Here));

    public static string Staff => Arn("policy/Staff");

    /// <summary>
    /// A random directory: administrators, people and roles within a boundary, and dora, who administers within hers. What hers allows is a random
    /// choice of blocks, each harmless, by itself and together; the holes are extra statements that are not.
    /// </summary>
    public static async Task<SearchWorld> NewAsync(int seed, string? hole = null)
    {
        var random = new Random(seed);
        var w = new SearchWorld(DirectoryState.Empty, [], "");
        await w.Directory.Instance.ExecuteAsync(new CreateAccount("Main", "root@example.com") { AccountId = Here });
        await DoAsync(new CreatePolicy("Staff", AllowAll));
        await DoAsync(new CreatePolicyVersion(Staff, Policy("Allow", "docs:* sts:AssumeRole"), SetAsDefault: true));
        await DoAsync(new CreatePolicy("Shared", Policy("Allow", "docs:*")) { Path = "/team/" });
        await DoAsync(new CreatePolicy("Delegate", BoundaryOf(random, hole)));
        await DoAsync(new BootstrapAdministrator("admin"));
        await DoAsync(new CreateUserComposite("free") { InlinePolicies = [new("own", new(AllowAll))] });
        await DoAsync(new CreateUser("plain"));
        await DoAsync(new CreateGroup("Team") { Path = "/team/" });
        await DoAsync(new CreateUserComposite("bounded")
        {
            Path = "/team/", PermissionsBoundary = Staff, ManagedPolicies = Some<string>(Administrator, Arn("policy/team/Shared")), Groups = Some("Team", "Admins"),
            InlinePolicies = Some(new InlinePolicy("own", new(AllowAll))),
        });
        await DoAsync(new CreateRole("power", Trust(Arn("user/admin"))));
        await DoAsync(new PutRolePolicy("power", "own", AllowAll));
        await DoAsync(new CreateRole("helper", Trust(random.Next(2) == 0 ? Here : Arn("user/team/bounded"))) { Path = "/team/", PermissionsBoundary = Staff });
        await DoAsync(new PutRolePolicy("helper", "own", random.Next(2) == 0 ? AllowAll : AllowRead));
        await DoAsync(new CreateUserComposite("dora")
        {
            PermissionsBoundary = Arn("policy/Delegate"), InlinePolicies = [new("own", new(AllowAll))], ManagedPolicies = Some(Administrator), Groups = Some("Team", "Admins"),
        });
        var key = await w.Trusted.ExecuteAsync(new CreateAccessKey("dora"));
        w.Actors.Add(("dora", await new CallerAuthenticator(w.Directory).AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey)));
        return w;

        Task DoAsync<T>(IamCommand<T> command) => w.Trusted.ExecuteAsync(command);

        ValueList<T> Some<T>(params T[] all) => [.. all.Where(_ => random.Next(2) == 0)];
    }

    /// <summary>The same state, to try something in.</summary>
    public SearchWorld Copy() => new(Store.State, Actors, Path);

    /// <summary>The same state, as a step led to it.</summary>
    public SearchWorld Fork(string step) => new(Store.State, Actors, Path.Length == 0 ? step : $"{Path} > {step}");

    /// <summary>Who can do what is outside the boundary, though it must not.</summary>
    public async Task<IReadOnlyList<string>> EscapedAsync()
    {
        var escaped = new List<string>();
        var identities = Store.State.InListOrder.OfType<IamEntity>().Where(e => !Powerful.Contains(e.Name, StringComparer.Ordinal) && IsOfCaller(e.Name));
        foreach (var identity in identities.Select(e => e.Arn).ToList())
        {
            var results = await Trusted.ExecuteAsync(new SimulatePrincipalPolicy(identity, [.. Outside.Select(o => o.Action)]) { ResourceArns = [.. Outside.Select(o => o.Resource).Distinct()] });
            escaped.AddRange(results.Where(r => r.Decision == Decision.Allow).Select(r => $"{identity} can {r.Action} on {r.Resource}: {Path}"));
        }

        foreach (var (name, caller) in Actors)
        {
            foreach (var (action, resource) in Outside)
            {
                if (await MayAsync(caller, action, resource))
                {
                    escaped.Add($"as {name} the caller can {action}: {Path}");
                }
            }
        }

        return escaped;
    }

    /// <summary>The state without ids, revisions and times, so that equal states are searched once.</summary>
    public string Shape()
    {
        var names = Store.State.InListOrder.OfType<AccountObject>().ToDictionary(o => o.Id, o => o.Arn, StringComparer.Ordinal);
        var lines = Store.State.InListOrder.Select(o => o switch
        {
            IamUser u => $"{u.Arn} {Of(u.PermissionsBoundary)} {string.Join(',', u.Groups.Select(Name).Order(StringComparer.Ordinal))} {PoliciesOf(u)} {u.Tags.Count}",
            IamRole r => $"{r.Arn} {Of(r.PermissionsBoundary)} {PoliciesOf(r)} {Named(r.TrustPolicy.ToString())}",
            IamGroup g => $"{g.Arn} {PoliciesOf(g)}",
            ManagedPolicy p => $"{p.Arn} {p.DefaultVersionId} {string.Join(',', p.Versions.Select(v => v.VersionId))}",
            InstanceProfile p => $"{p.Arn} {(p.RoleId is null ? "" : Name(p.RoleId))}",
            WorkloadAssociation a => $"workload {a.WorkloadId} {Name(a.ProfileId)}",
            OidcProvider p => p.Arn,
            LoginProfile p => $"password of {Name(p.Owner.Id)}",
            _ => "",
        });
        return string.Join('\n', lines.Where(line => line.Length > 0).Concat(Actors.Select(a => a.Name)).Order(StringComparer.Ordinal));

        string Name(string id) => names.GetValueOrDefault(id, id);
        string Of(ObjectKey? key) => key is { } k ? Name(k.Id) : "-";
        string PoliciesOf(IamIdentity i) => $"{string.Join(',', i.AttachedPolicies.Select(k => Name(k.Id)).Order(StringComparer.Ordinal))} {string.Join(',', i.InlinePolicies.Select(p => $"{p.Name}{p.Document.ToString().Length.ToString(CultureInfo.InvariantCulture)}"))}";
        string Named(string text) => names.Aggregate(text, (t, pair) => t.Contains(pair.Key, StringComparison.Ordinal) ? t.Replace(pair.Key, pair.Value, StringComparison.Ordinal) : t);
    }

    /// <summary>What nobody within the boundary may do: its own business, somebody's boundary, an administrator, the organization.</summary>
    private static readonly (string Action, string Resource)[] Outside =
    [
        ("secret:Open", "*"), ("iam:DeleteUserPermissionsBoundary", Arn("user/dora")), ("iam:PutUserPolicy", Arn("user/admin")), ("organizations:LeaveOrganization", "*"),
        ("iam:CreatePolicyVersion", Staff),
    ];

    /// <summary>Whoever was there and unlimited is not the caller's doing; what happens to it is none of the caller's rights unless it can act as it.</summary>
    private bool IsOfCaller(string name) => name != "plain" || Actors.Any(a => a.Name.EndsWith(" plain", StringComparison.Ordinal));

    private async Task<bool> MayAsync(Caller caller, string action, string resource)
    {
        try
        {
            var resolved = await new CallerResolver(Directory.Store, Directory.Options).ResolveAsync(caller, default);
            return CallerDecision.Decide(resolved, action, resource, new RequestContext(), DateTimeOffset.UtcNow).IsAllowed;
        }
        catch (IamException)
        {
            return false; // gone, or a session that can never do such a thing
        }
    }

    private static string BoundaryOf(Random random, string? hole)
    {
        string[] blocks =
        [
            Block("iam:CreateUser iam:PutUserPolicy iam:DeleteUserPolicy iam:AttachUserPolicy iam:DetachUserPolicy iam:PutUserPermissionsBoundary", "*", Bounded),
            Block("iam:CreateRole iam:PutRolePolicy iam:DeleteRolePolicy iam:AttachRolePolicy iam:DetachRolePolicy iam:PutRolePermissionsBoundary iam:UpdateAssumeRolePolicy", Arn("role/team/*"), Bounded),
            Block("iam:CreateAccessKey iam:CreateLoginProfile iam:UpdateLoginProfile iam:UpdateUser iam:TagUser iam:DeleteUser iam:DeleteLoginProfile", Arn("user/team/*")),
            Block("iam:CreatePolicy iam:CreatePolicyVersion iam:SetDefaultPolicyVersion iam:DeletePolicy", Arn("policy/team/*")),
            Block("iam:CreateGroup iam:PutGroupPolicy iam:AttachGroupPolicy iam:AddUserToGroup iam:RemoveUserFromGroup", Arn("group/team/*")),
            Block("iam:PassRole", Arn("role/team/*")),
            Block("iam:CreateInstanceProfile iam:AddRoleToInstanceProfile iamcore:AssociateInstanceProfile", "*"),
            Block("sts:AssumeRole sts:GetFederationToken sts:TagSession", "*"),
            Block("iam:CreateOpenIDConnectProvider", "*"),
        ];
        var chosen = blocks.Where(_ => random.Next(4) > 0);
        return $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', [Block("iam:Get* iam:List* docs:*", "*"), .. chosen, .. hole is null ? Array.Empty<string>() : [hole]])}}]}""";
    }

    private static string Bounded => $$$"""{"StringEquals":{"iam:PermissionsBoundary":"{{{Staff}}}"}}""";

    public static string Block(string actions, string resource, string condition = "{}") =>
        $$"""{"Effect":"Allow","Action":[{{string.Join(',', actions.Split(' ').Select(a => $"\"{a}\""))}}],"Resource":"{{resource}}","Condition":{{condition}}}""";
}
