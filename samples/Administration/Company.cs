using IamCore;
using IamCore.Administration.Accounts;
using IamCore.Events;
using IamCore.Policies;
using IamCore.Sessions.SignIn;
using IamCore.Stores;

namespace Administration;

/// <summary>A directory with one account, and the ways into it.</summary>
internal sealed class Company
{
    private Company(IamDirectory directory, AccountId account)
    {
        Directory = directory;
        Account = account;
    }

    public IamDirectory Directory { get; }

    public AccountId Account { get; }

    /// <summary>The façade of the host's own code: nothing is authorized. The story leaves it to people as soon as it can.</summary>
    public IamAdministration Host => Directory.ForAccount(Account);

    public static async Task<Company> FoundAsync()
    {
        var directory = new IamDirectory(new InMemoryDirectoryStore(), new()
        {
            Services = [new("reports.acme.example", "Reports")],
            Observers = [new Watch()],
        });
        var account = await directory.Instance.ExecuteAsync(new CreateAccount("Acme", "root@acme.example") { AccountId = "123456789012" });
        return new(directory, account.AccountId);
    }

    public string Arn(string resource) => $"arn:aws:iam::{Account}:{resource}";

    /// <summary>Signs a user in and gives the façade of its session.</summary>
    public async Task<IamAdministration> SignInAsync(string user, string password)
    {
        var result = await new SignInService(Directory).SignInAsync(Account.ToString(), user, password);
        return Directory.ForCaller(result.Session!);
    }

    public async Task<IamAdministration> SignInRootAsync(string password)
    {
        var result = await new SignInService(Directory).SignInRootAsync("root@acme.example", password);
        return Directory.ForCaller(result.Session!);
    }

    private sealed class Watch : IDirectoryObserver
    {
        public void OnAudit(AuditEvent entry)
        {
        }

        public void OnAdvice(AdvisoryEvent advice) => Story.Tell($"advice   {advice.Kind} by {advice.Action}");
    }
}
