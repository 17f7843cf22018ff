using System.Text;
using IamCore.Administration.Credentials;
using IamCore.Callers;
using IamCore.Credentials.Mfa;
using IamCore.Credentials.Passwords;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Sessions.SignIn;
using IamCore.Stores;

namespace IamCore.Tests.Sessions;

/// <summary>Two accounts with users and roles, a clock set by hand, and the services over them.</summary>
internal sealed class SessionFixture
{
    public const string Home = "123456789012";

    public const string Other = "210987654321";

    public const string AllowAll = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private int _ids;

    public SessionFixture(CredentialOptions? credentials = null, ValueList<IDirectoryObserver>? observers = null)
    {
        Directory = new IamDirectory(Store, new()
        {
            TimeProvider = Clock,
            Observers = observers ?? ValueList<IDirectoryObserver>.Empty,
            Credentials = (credentials ?? new()) with { PasswordHasher = new Pbkdf2PasswordHasher(1000) },
            Services = [new("billing.example.com", "Billing"), new("quiet.example.com", "Quiet") { IsCalledViaCapable = false }],
        });
        Sts = new(Directory);
        SignIn = new(Directory);
        Authenticator = new(Directory);
        Callers = new(Directory.Store, Directory.Options);
        Put(Account(Home, "Home"), Account(Other, "Other"));
    }

    public FakeTimeProvider Clock { get; } = new(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));

    public InMemoryDirectoryStore Store { get; } = new();

    public IamDirectory Directory { get; }

    public SecurityTokenService Sts { get; }

    public SignInService SignIn { get; }

    public CallerAuthenticator Authenticator { get; }

    public CallerResolver Callers { get; }

    public IamAdministration Trusted => Directory.ForAccount(AccountId.Parse(Home));

    public static IamAccount Account(string id, string name) => new()
    {
        Id = id,
        Name = name,
        Email = $"root@{name}.example",
        Alias = name == "Home" ? "home-alias" : null,
        Status = AccountStatus.Active,
        CanonicalUserId = new string('0', 52) + id,
    };

    public void Put(params DirectoryObject[] objects)
    {
        var result = Store.CommitAsync(new() { Puts = [.. objects] }, default).AsTask().GetAwaiter().GetResult();
        Assert.True(result.IsCommitted, result.Subject);
    }

    public T Change<T>(T stored, Func<T, T> change)
        where T : DirectoryObject
    {
        var current = Find<T>(stored.Key)!;
        Put(change(current));
        return Find<T>(stored.Key)!;
    }

    public T? Find<T>(ObjectKey key)
        where T : DirectoryObject => Store.FindAsync(ObjectLocator.ByKey(key), default).AsTask().GetAwaiter().GetResult() as T;

    public void Delete(DirectoryObject o)
    {
        var current = Find<DirectoryObject>(o.Key)!;
        var result = Store.CommitAsync(new() { Deletes = [new(current.Key, current.Revision)] }, default).AsTask().GetAwaiter().GetResult();
        Assert.True(result.IsCommitted, result.Subject);
    }

    public IamUser User(string name, string? policy = null, string account = Home, string path = "/", params Tag[] tags)
    {
        var user = new IamUser
        {
            Id = $"AIDAAAAAAAAAAAAA{Next()}",
            Account = AccountId.Parse(account),
            Name = name,
            Path = path,
            Tags = [.. tags],
            InlinePolicies = policy is null ? ValueList<InlinePolicy>.Empty : [new("inline", new(policy))],
        };
        Put(user);
        return user;
    }

    /// <summary>A role; the trust policy names principals of a kind for all of the session actions, under a condition.</summary>
    public IamRole Role(
        string name, string principal, string? policy = AllowAll, string account = Home, string condition = "{}", int max = 43200, string path = "/", string kind = "AWS",
        string actions = """["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]""", params Tag[] tags)
    {
        var role = new IamRole
        {
            Id = $"AROAAAAAAAAAAAAA{Next()}",
            Account = AccountId.Parse(account),
            Name = name,
            Path = path,
            MaxSessionDuration = max,
            Tags = [.. tags],
            TrustPolicy = new($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"{{kind}}":"{{principal}}"},"Action":{{actions}},"Condition":{{condition}}}]}"""),
            InlinePolicies = policy is null ? ValueList<InlinePolicy>.Empty : [new("inline", new(policy))],
        };
        Put(role);
        return role;
    }

    public async Task<KeyCaller> KeyAsync(IamUser user)
    {
        var key = await Directory.ForAccount(user.Account).ExecuteAsync(new CreateAccessKey(user.Name));
        return (KeyCaller)await Authenticator.AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
    }

    public async Task<KeyCaller> RootKeyAsync(string account = Home)
    {
        var key = await Directory.ForAccount(AccountId.Parse(account)).ExecuteAsync(new CreateAccessKey());
        return (KeyCaller)await Authenticator.AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
    }

    /// <summary>A session that the user's key gets with a code of a device registered for it.</summary>
    public async Task<Session> MfaSessionAsync(KeyCaller key, string userName)
    {
        var (serial, seed) = await DeviceAsync(userName, "phone");
        Clock.Advance(TimeSpan.FromSeconds(60)); // the codes of registration are used up
        return (await Sts.GetSessionTokenAsync(key, new() { SerialNumber = serial, TokenCode = Code(seed) })).Session;
    }

    /// <summary>A user of <see cref="Home"/>, given a password and signed in with it.</summary>
    public async Task<Session> SignedInAsync(string userName)
    {
        await Trusted.ExecuteAsync(new CreateLoginProfile(userName) { Password = "Passw0rd!" });
        return (await SignIn.SignInAsync(Home, userName, "Passw0rd!")).Session!;
    }

    /// <summary>A virtual device that the user has, with its seed.</summary>
    public async Task<(string Serial, byte[] Seed)> DeviceAsync(string? userName, string name)
    {
        var made = await Trusted.ExecuteAsync(new CreateVirtualMFADevice(name));
        var seed = Unbase32(made.Base32StringSeed);
        await Trusted.ExecuteAsync(new EnableMFADevice(userName, made.SerialNumber, Code(seed, -1), Code(seed, 0)));
        return (made.SerialNumber, seed);
    }

    /// <summary>The code of a step away from now.</summary>
    public string Code(byte[] seed, long steps = 0)
    {
        var code = new byte[OneTimePassword.Digits];
        OneTimePassword.Write(seed, OneTimePassword.CounterAt(Clock.GetUtcNow()) + steps, code);
        return Encoding.ASCII.GetString(code);
    }

    public async Task<AssumedRole> AssumeAsync(Caller caller, IamRole role, Func<AssumeRole, AssumeRole>? with = null) =>
        await Sts.AssumeRoleAsync(caller, (with ?? (r => r))(new(role.Arn, "session")));

    public ValueTask<ResolvedCaller> ResolveAsync(Caller caller) => Callers.ResolveAsync(caller, default);

    /// <summary>Whether the caller's own policies let it do an action on a resource of its account.</summary>
    public async Task<AccessDecision> DecideAsync(Caller caller, string action, string resource = "*") =>
        CallerDecision.Decide(await ResolveAsync(caller), action, resource, new RequestContext(), Clock.GetUtcNow());

    /// <summary>The value of a context key as text; null where absent.</summary>
    public async Task<string?> KeyOfAsync(Caller caller, string key)
    {
        var value = (await ResolveAsync(caller)).Context.Find(ContextKey.Of(key));
        return value.IsAbsent ? null : value.ToString();
    }

    public static async Task<IamException> RefusedAsync(IamErrorCode code, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<IamException>(act);
        Assert.True(code == refusal.ErrorCode, $"{refusal.ErrorCode}: {refusal.Message}");
        return refusal;
    }

    public static byte[] Unbase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    private string Next() => $"{"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[_ids / 32]}{"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[_ids++ % 32]}AAA";
}
