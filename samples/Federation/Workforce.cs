using IamCore;
using IamCore.Administration.Accounts;
using IamCore.Administration.Organizations;
using IamCore.Authorization;
using IamCore.Events;
using IamCore.IdentityCenter;
using IamCore.IdentityCenter.Assignments;
using IamCore.IdentityCenter.Directory;
using IamCore.IdentityCenter.PermissionSets;
using IamCore.IdentityCenter.Portal;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Stores;

namespace FederationSample;

/// <summary>A person of the workforce: invited by mail, signed in once, and in two accounts with what each assignment says.</summary>
internal static class Workforce
{
    private const string Readers = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read*","Resource":"*"}]}""";

    private const string Editors = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:*","Resource":"*"}]}""";

    public static async Task RunAsync()
    {
        Console.WriteLine("A workforce user signs in once and reaches two accounts");
        var mailbox = new Mailbox();
        var directory = new IamDirectory(new InMemoryDirectoryStore(), new() { Observers = [mailbox] });
        using DirectoryAuthorizer authorizer = new DirectoryAuthorizer(directory.Store);
        var callers = new CallerAuthorizer(directory, authorizer);
        var head = (await directory.Instance.ExecuteAsync(new CreateAccount("Head office", "head@example.com"))).AccountId;
        var sales = (await directory.Instance.ExecuteAsync(new CreateAccount("Sales", "sales@example.com"))).AccountId;
        var research = (await directory.Instance.ExecuteAsync(new CreateAccount("Research", "research@example.com"))).AccountId;
        var center = directory.ForAccount(head);
        await center.ExecuteAsync(new CreateOrganization());
        await center.ExecuteAsync(new AddAccountToOrganization(sales.ToString()));
        await center.ExecuteAsync(new AddAccountToOrganization(research.ToString()));

        #region assign
        var instance = await center.ExecuteAsync(new CreateInstance("Workforce") { PortalUrl = "https://portal.example.com" });
        var nora = await center.ExecuteAsync(new CreateDirectoryUser("nora") { Email = "nora@example.com" });
        var team = await center.ExecuteAsync(new CreateDirectoryGroup("Research team"));
        await center.ExecuteAsync(new CreateGroupMembership(team.Id, nora.Id));
        var reading = await center.ExecuteAsync(new CreatePermissionSet("Reading"));
        await center.ExecuteAsync(new PutInlinePolicyToPermissionSet(reading.Arn, Readers));
        var editing = await center.ExecuteAsync(new CreatePermissionSet("Editing") { SessionDuration = "PT4H" });
        await center.ExecuteAsync(new PutInlinePolicyToPermissionSet(editing.Arn, Editors));
        await center.ExecuteAsync(new CreateAccountAssignment(AssignmentPrincipalType.User, nora.Id, reading.Arn, sales.ToString()));
        await center.ExecuteAsync(new CreateAccountAssignment(AssignmentPrincipalType.Group, team.Id, editing.Arn, research.ToString()));
        #endregion

        #region portal
        var portal = new AccessPortal(directory, instance.Arn);
        await portal.RedeemInvitationAsync(mailbox.Last!.Token, "A-long-pass-phrase-7"); // the host mailed it with the portal's address
        var session = (await portal.SignInAsync(new("nora", "A-long-pass-phrase-7"))).Session!;
        #endregion
        foreach (var account in (IEnumerable<PortalAccount>)await portal.ListAccountsAsync(session))
        {
            foreach (var role in (IEnumerable<PortalRole>)await portal.ListAccountRolesAsync(session, account.AccountId))
            {
                var inAccount = await portal.GetRoleCredentialsAsync(session, account.AccountId, role.Name);
                var write = await callers.AuthorizeAsync(inAccount.Session, ActionName.Parse("docs:Write"), ResourceName.Parse($"arn:aws:docs::{account.AccountId}:document/42"));
                Console.WriteLine($"  nora in {account.Name,-12} as {role.Name,-8} docs:Write {(write.IsAllowed ? "yes" : "no")}");
            }
        }

        await center.ExecuteAsync(new SetUserStatus(nora.Id, DirectoryUserStatus.Disabled));
        try
        {
            await portal.GetRoleCredentialsAsync(session, sales, "Reading");
        }
        catch (IamException refusal)
        {
            Console.WriteLine($"  disabled, she gets no more        {refusal.ErrorCode}");
        }
    }

    private sealed class Mailbox : IDirectoryObserver
    {
        public IdentityCenterUserInvited? Last { get; private set; }

        public void OnInvited(IdentityCenterUserInvited invitation) => Last = invitation;

        public void OnAudit(AuditEvent entry)
        {
        }

        public void OnAdvice(AdvisoryEvent advice)
        {
        }
    }
}
