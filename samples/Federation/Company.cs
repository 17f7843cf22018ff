using IamCore;
using IamCore.Administration.Accounts;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Authorization;
using IamCore.Callers;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Stores;

namespace FederationSample;

/// <summary>A company with an account for its documents.</summary>
internal sealed class Company : IDisposable
{
    private readonly DirectoryAuthorizer _authorizer;

    private Company(IamDirectory directory, AccountId documents)
    {
        (Directory, Documents) = (directory, documents);
        _authorizer = new(directory.Store);
        Callers = new(directory, _authorizer);
        Sts = new(directory);
    }

    public IamDirectory Directory { get; }

    public CallerAuthorizer Callers { get; }

    public SecurityTokenService Sts { get; }

    public AccountId Documents { get; }

    /// <summary>The host's own code administers; callers do so through <c>Directory.ForCaller</c>.</summary>
    public IamAdministration Iam => Directory.ForAccount(Documents);

    public static async Task<Company> FoundAsync()
    {
        var directory = new IamDirectory(new InMemoryDirectoryStore());
        var documents = await directory.Instance.ExecuteAsync(new CreateAccount("Documents", "documents@example.com"));
        return new Company(directory, documents.AccountId);
    }

    /// <summary>Reading the documents of one's own department, known by the session's tag.</summary>
    public Task AllowOwnDepartmentAsync(string role) => Iam.ExecuteAsync(new PutRolePolicy(role, "own-department", """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"arn:aws:docs:::${aws:PrincipalTag/department}/*"}]}
        """));

    /// <summary>Asks, and says what came of it.</summary>
    public async Task AskAsync(Caller caller, string action, string resource)
    {
        var answer = await Callers.AuthorizeAsync(caller, ActionName.Parse(action), ResourceName.Parse(resource));
        Console.WriteLine($"  {action} on {resource,-28} {(answer.IsAllowed ? "yes" : "no")}");
    }

    /// <summary>Tries something that is to be refused.</summary>
    public static async Task TryAsync(string what, Func<Task> act)
    {
        try
        {
            await act();
            Console.WriteLine($"  {what,-40} taken");
        }
        catch (IamException refusal)
        {
            Console.WriteLine($"  {what,-40} {refusal.ErrorCode}");
        }
    }

    public async Task CountUsersAsync() =>
        Console.WriteLine($"Users in the account, for all that: {string.Join(", ", ((IEnumerable<IamUser>)(await Iam.ExecuteAsync(new ListUsers())).Items).Select(user => user.Name))}");

    public void Dispose() => _authorizer.Dispose();
}
