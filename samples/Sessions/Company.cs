using IamCore;
using IamCore.Administration.Accounts;
using IamCore.Authorization;
using IamCore.Callers;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Sessions.SignIn;
using IamCore.Stores;

namespace Sessions;

/// <summary>A company with two accounts: the users are in one, the documents in the other.</summary>
internal sealed class Company : IDisposable
{
    private readonly DirectoryAuthorizer _authorizer;

    private Company(FakeTimeProvider clock, IamDirectory directory, AccountId people, AccountId documents)
    {
        (Clock, Directory, People, Documents) = (clock, directory, people, documents);
        _authorizer = new(directory.Store, new() { TimeProvider = clock });
        Callers = new(Directory, _authorizer);
        Sts = new(Directory);
        SignIn = new(Directory);
        Authenticator = new(Directory);
    }

    public FakeTimeProvider Clock { get; }

    public IamDirectory Directory { get; }

    public CallerAuthorizer Callers { get; }

    public SecurityTokenService Sts { get; }

    public SignInService SignIn { get; }

    public CallerAuthenticator Authenticator { get; }

    public AccountId People { get; }

    public AccountId Documents { get; }

    /// <summary>The host's own code administers; callers do so through <c>Directory.ForCaller</c>.</summary>
    public IamAdministration PeopleAccount => Directory.ForAccount(People);

    public IamAdministration DocumentsAccount => Directory.ForAccount(Documents);

    public static async Task<Company> FoundAsync()
    {
        // Put forward by hand, so that the sample need not wait; applications leave the clock out.
        var clock = new FakeTimeProvider(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));
        var directory = new IamDirectory(new InMemoryDirectoryStore(), new() { TimeProvider = clock });
        var people = await directory.Instance.ExecuteAsync(new CreateAccount("People", "people@example.com"));
        var documents = await directory.Instance.ExecuteAsync(new CreateAccount("Documents", "documents@example.com"));
        return new Company(clock, directory, people.AccountId, documents.AccountId);
    }

    /// <summary>Asks, and says what came of it.</summary>
    public async Task AskAsync(string who, Caller caller, string action, string resource)
    {
        string answer;
        try
        {
            answer = (await Callers.AuthorizeAsync(caller, ActionName.Parse(action), ResourceName.Parse(resource))).IsAllowed ? "yes" : "no";
        }
        catch (IamException refusal)
        {
            answer = $"no: {refusal.ErrorCode}";
        }

        Console.WriteLine($"  {who,-34} {action,-20} {answer}");
    }

    public void Dispose() => _authorizer.Dispose();
}
