using System.Text;
using IamCore.Administration;
using IamCore.Administration.Accounts;
using IamCore.Administration.Organizations;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Credentials.Mfa;
using IamCore.Credentials.Passwords;
using IamCore.Events;
using IamCore.IdentityCenter;
using IamCore.IdentityCenter.Assignments;
using IamCore.IdentityCenter.Devices;
using IamCore.IdentityCenter.Directory;
using IamCore.IdentityCenter.PermissionSets;
using IamCore.IdentityCenter.Portal;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Stores;
using IamCore.Tests.Sessions;

namespace IamCore.Tests.IdentityCenter;

/// <summary>An organization of a management account and three members, with an Identity Center, a clock set by hand and a mailbox.</summary>
internal sealed class CenterFixture
{
    public const string Management = "111122223333";
    public const string First = "222233334444";
    public const string Second = "333344445555";
    public const string Third = "444455556666";
    public const string Password = "Correct-Horse-7";
    public const string ReadDocs = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read*","Resource":"*"}]}""";
    public const string WriteDocs = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Write*","Resource":"*"}]}""";
    public const string PowerUser = "arn:aws:iam::aws:policy/PowerUserAccess";

    private CenterFixture(IdentityCenterOptions? options, IFidoVerifier? verifier, QuotaTable? quotas)
    {
        Directory = new(Store, new()
        {
            TimeProvider = Clock,
            Observers = [Mailbox],
            Quotas = quotas ?? QuotaTable.Default,
            Credentials = new() { PasswordHasher = new Pbkdf2PasswordHasher(1000), FidoVerifier = verifier },
            IdentityCenter = options ?? new(),
        });
    }

    public FakeTimeProvider Clock { get; } = new(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));

    public InMemoryDirectoryStore Store { get; } = new();

    public IamDirectory Directory { get; }

    public Mail Mailbox { get; } = new();

    public IamAdministration Center => Directory.ForAccount(AccountId.Parse(Management));

    public IdentityCenterInstance Instance { get; private set; } = null!;

    public AccessPortal Portal { get; private set; } = null!;

    public static async Task<CenterFixture> NewAsync(IdentityCenterOptions? options = null, IFidoVerifier? verifier = null, QuotaTable? quotas = null)
    {
        var f = new CenterFixture(options, verifier, quotas);
        foreach (var id in (string[])[Management, First, Second, Third])
        {
            await f.Directory.Instance.ExecuteAsync(new CreateAccount($"Account {id}", $"{id}@example.com") { AccountId = id });
        }

        await f.DoAsync(new CreateOrganization());
        foreach (var id in (string[])[First, Second, Third])
        {
            await f.DoAsync(new AddAccountToOrganization(id));
        }

        f.Instance = await f.DoAsync(new CreateInstance("Center") { PortalUrl = "https://portal.example.com/start" });
        f.Portal = new(f.Directory, f.Instance.Arn);
        return f;
    }

    public Task<T> DoAsync<T>(IamCommand<T> command) => Center.ExecuteAsync(command);

    public Task<T> InAsync<T>(string account, IamCommand<T> command) => Directory.ForAccount(AccountId.Parse(account)).ExecuteAsync(command);

    /// <summary>A user with a password, signed in without more ado.</summary>
    public async Task<DirectoryUser> UserAsync(string name, string? email = null)
    {
        var user = await DoAsync(new CreateDirectoryUser(name) { Email = email });
        await DoAsync(new SetUserPassword(user.Id, Password));
        return user;
    }

    public async Task<PermissionSet> SetAsync(string name, string? inline = null, string? duration = null)
    {
        var set = await DoAsync(new CreatePermissionSet(name) { SessionDuration = duration });
        return inline is null ? set : await DoAsync(new PutInlinePolicyToPermissionSet(set.Arn, inline));
    }

    /// <summary>The set <c>Readers</c>, whose role may read documents, assigned in the account <see cref="First"/>.</summary>
    public async Task<PermissionSet> ReadersAsync(params CenterObject[] principals)
    {
        var set = await SetAsync("Readers", ReadDocs);
        foreach (var principal in principals)
        {
            await AssignAsync(principal, set, First);
        }

        return set;
    }

    /// <summary>A session of the role of <c>Readers</c> in the account <see cref="First"/>.</summary>
    public async Task<IssuedSession> ReaderAsync(PortalSession portal) => await Portal.GetRoleCredentialsAsync(portal, AccountId.Parse(First), "Readers");

    public Task<AssignmentRequest> AssignAsync(CenterObject principal, PermissionSet set, string account) => DoAsync(new CreateAccountAssignment(
        principal is DirectoryGroup ? AssignmentPrincipalType.Group : AssignmentPrincipalType.User, principal.Id, set.Arn, account));

    public Task<AssignmentRequest> UnassignAsync(CenterObject principal, PermissionSet set, string account) => DoAsync(new DeleteAccountAssignment(
        principal is DirectoryGroup ? AssignmentPrincipalType.Group : AssignmentPrincipalType.User, principal.Id, set.Arn, account));

    public async Task<PortalSession> SignInAsync(DirectoryUser user)
    {
        var result = await Portal.SignInAsync(new(user.UserName, Password));
        Assert.Equal(SignInStatus.Complete, result.Status);
        return result.Session!;
    }

    /// <summary>The role that a set is in an account.</summary>
    public async Task<IamRole?> RoleAsync(PermissionSet set, string account)
    {
        var provisioned = await FindAsync<ProvisionedPermissionSet>(ProvisionedPermissionSet.KeyOf(set.Id, AccountId.Parse(account)));
        return provisioned is null ? null : await FindAsync<IamRole>(new(ObjectKind.Role, provisioned.RoleId));
    }

    public async Task<T?> FindAsync<T>(ObjectKey key)
        where T : DirectoryObject => await Store.FindAsync(ObjectLocator.ByKey(key), default) as T;

    /// <summary>What the session may do, by the policies of its role and what is around them.</summary>
    public async Task<AccessDecision> DecideAsync(Caller caller, string action, string resource = "*") => CallerDecision.Decide(
        await new CallerResolver(Directory.Store, Directory.Options).ResolveAsync(caller, default), action, resource, new RequestContext(), Clock.GetUtcNow());

    public async Task<bool> MayAsync(Caller caller, string action) => (await DecideAsync(caller, action)).IsAllowed;

    public async Task<string?> KeyOfAsync(Caller caller, string key)
    {
        var value = (await new CallerResolver(Directory.Store, Directory.Options).ResolveAsync(caller, default)).Context.Find(ContextKey.Of(key));
        return value.IsAbsent ? null : value.ToString();
    }

    /// <summary>An authenticator app that the user has, with its seed.</summary>
    public async Task<(string Id, byte[] Seed)> AppAsync(DirectoryUser user, string name = "phone")
    {
        var made = await DoAsync(new CreatePortalDevice(user.Id, name));
        var seed = SessionFixture.Unbase32(made.Base32StringSeed);
        await DoAsync(new EnablePortalDevice(user.Id, made.DeviceId, Code(seed, -1), Code(seed)));
        return (made.DeviceId, seed);
    }

    /// <summary>The code of a step away from now.</summary>
    public string Code(byte[] seed, long steps = 0)
    {
        var code = new byte[OneTimePassword.Digits];
        OneTimePassword.Write(seed, OneTimePassword.CounterAt(Clock.GetUtcNow()) + steps, code);
        return Encoding.ASCII.GetString(code);
    }

    public static Task<IamException> RefusedAsync(IamErrorCode code, Func<Task> act) => SessionFixture.RefusedAsync(code, act);

    /// <summary>Everything that observers are told.</summary>
    public sealed class Mail : IDirectoryObserver
    {
        public List<IdentityCenterUserInvited> Invitations { get; } = [];

        public List<IdentityCenterEmailCode> Codes { get; } = [];

        public List<AuditEvent> Audit { get; } = [];

        public List<AdvisoryEvent> Advice { get; } = [];

        public void OnAudit(AuditEvent entry) => Audit.Add(entry);

        public void OnAdvice(AdvisoryEvent advice) => Advice.Add(advice);

        public void OnInvited(IdentityCenterUserInvited invitation) => Invitations.Add(invitation);

        public void OnEmailCode(IdentityCenterEmailCode code) => Codes.Add(code);
    }
}
