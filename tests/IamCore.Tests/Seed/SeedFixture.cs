using IamCore.Administration;
using IamCore.Administration.Composites;
using IamCore.Administration.Policies;
using IamCore.Credentials;
using IamCore.Credentials.Passwords;
using IamCore.Events;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Sessions.SignIn;
using IamCore.Tests.Administration;

namespace IamCore.Tests.Seed;

/// <summary>A directory with everything that works on it, through the public API.</summary>
internal sealed class SeedFixture : IDisposable
{
    public const string Password = "Corr3ct-horse-battery";

    private SeedFixture(TestDirectory directory, IamEngine engine, List<AdvisoryEvent> advice)
    {
        D = directory;
        Engine = engine;
        Advice = advice;
        SignIn = new(directory.Directory);
        Sts = new(directory.Directory);
    }

    public TestDirectory D { get; }

    public IamEngine Engine { get; }

    public SignInService SignIn { get; }

    public SecurityTokenService Sts { get; }

    public List<AdvisoryEvent> Advice { get; }

    public static async Task<SeedFixture> NewAsync(IamDirectoryOptions? options = null)
    {
        var advice = new List<AdvisoryEvent>();
        var engine = new IamEngine();
        var directory = await TestDirectory.NewAsync(
            (options ?? new()) with
            {
                LastAccessed = engine.LastAccessed,
                Observers = [new Observer(advice)],
                Credentials = new() { PasswordHasher = new Pbkdf2PasswordHasher(1000) },
            },
            engine.Store);
        return new(directory, engine, advice);
    }

    public Task<T> DoAsync<T>(IamCommand<T> command) => D.DoAsync(command);

    /// <summary>The authorizer's next decision.</summary>
    public async Task<Decision> DecideAsync(string principal, string action, string resource = "*", IRequestContext? context = null) =>
        (await Engine.Authorizer.AuthorizeAsync(new(Principal.Parse(principal), ActionName.Parse(action), ResourceName.Parse(resource), context))).Decision.Decision;

    /// <summary>Of some actions those that a user may do.</summary>
    public async Task<string> AllowedAsync(string user, params string[] actions)
    {
        var allowed = new List<string>();
        foreach (var action in actions)
        {
            if (await DecideAsync(TestDirectory.Arn($"user/{user}"), action) == Decision.Allow)
            {
                allowed.Add(action);
            }
        }

        return string.Join(' ', allowed);
    }

    public async Task<IamAdministration> SignInAsync(string user)
    {
        var result = await SignIn.SignInAsync(TestDirectory.Here, user, Password);
        Assert.Equal(SignInStatus.Complete, result.Status);
        return D.Directory.ForCaller(result.Session!);
    }

    /// <summary>A user with a password.</summary>
    public async Task<IamUser> UserAsync(string name, string? policy = null, string? boundary = null)
    {
        var user = (await DoAsync(new CreateUserComposite(name) { PermissionsBoundary = boundary, LoginProfile = new(name) { Password = Password } })).User;
        if (policy is not null)
        {
            await DoAsync(new PutUserPolicy(name, "own", policy));
        }

        return user;
    }

    public async Task<IamException> RefusedAsync<T>(IamErrorCode code, IamCommand<T> command, IamAdministration? by = null)
    {
        var before = await D.DumpAsync();
        var refused = await Assert.ThrowsAsync<IamException>(() => (by ?? D.Iam).ExecuteAsync(command));
        Assert.Equal((code, before), (refused.ErrorCode, await D.DumpAsync()));
        return refused;
    }

    public void Dispose() => Engine.Dispose();

    private sealed class Observer(List<AdvisoryEvent> advice) : IDirectoryObserver
    {
        public void OnAudit(AuditEvent entry)
        {
        }

        public void OnAdvice(AdvisoryEvent entry) => advice.Add(entry);
    }
}
