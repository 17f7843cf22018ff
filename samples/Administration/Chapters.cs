using IamCore;
using IamCore.Administration;
using IamCore.Administration.Accounts;
using IamCore.Administration.Composites;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Reports;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Advisor;
using IamCore.Model;
using IamCore.Sessions;
using static Administration.Story;

namespace Administration;

/// <summary>What happens.</summary>
internal static class Chapters
{
    private const string RootPassword = "Only-for-the-first-hour-1";
    private const string AnnsPassword = "Correct-horse-1-battery";
    private const string DorasPassword = "Staple-2-correct-horse";

    /// <summary>Root makes one administrator, who from now on does the work.</summary>
    public static async Task<IamAdministration> BootstrapAsync(Company acme)
    {
        await StepAsync("the host sets root's password", acme.Host.ExecuteAsync(new UpdateRootPassword(RootPassword)));
        var root = await acme.SignInRootAsync(RootPassword);
        await StepAsync(
            "root makes the administrator ann",
            root.ExecuteAsync(new BootstrapAdministrator("ann") { Password = AnnsPassword, PasswordResetRequired = false }));
        return await acme.SignInAsync("ann", AnnsPassword);
    }

    public static async Task HideRootAsync(Company acme)
    {
        var root = await acme.SignInRootAsync(RootPassword);
        await StepAsync("root blocks itself", root.ExecuteAsync(new SetRootUsageGuard(RootUsageGuard.Block)));
        await RefusedAsync("root makes a user all the same", root.ExecuteAsync(new CreateUser("eve")));
        var posture = await acme.Host.ExecuteAsync(new GetRootPosture());
        Tell($"posture  guard {posture.Guard}, {posture.ActiveAccessKeys} access keys, {posture.MfaDevices.Count} MFA devices");
    }

    public static async Task MakeTeamsAsync(Company acme, IamAdministration ann)
    {
        foreach (var (team, work) in new[] { ("Developers", Documents.DevelopersWork), ("Testers", Documents.TestersWork) })
        {
            await StepAsync($"ann makes the group {team}", ann.ExecuteAsync(new CreateGroup(team)));
            await ann.ExecuteAsync(new PutGroupPolicy(team, "Work", work));
        }

        await StepAsync("ann hires rita as a developer", ann.ExecuteAsync(new CreateUserComposite("rita") { Kind = UserKind.Human, Groups = ["Developers"] }));
        await RefusedAsync("even an administrator renames no account", ann.ExecuteAsync(new UpdateAccountName("Annco")));
    }

    public static async Task<IamAdministration> DelegateAsync(Company acme, IamAdministration ann)
    {
        await StepAsync("ann makes the boundary of all staff", ann.ExecuteAsync(new CreatePolicy("StaffBoundary", Documents.StaffBoundary)));
        var limit = await StepAsync("ann makes the boundary of delegates", ann.ExecuteAsync(new CreatePolicy("DelegateBoundary", Documents.Delegate(acme.Account.ToString()))));
        await StepAsync(
            "ann makes dora, who administers within it",
            ann.ExecuteAsync(new CreateUserComposite("dora")
            {
                PermissionsBoundary = limit.Value.Arn,
                ManagedPolicies = ["arn:aws:iam::aws:policy/IAMFullAccess"],
                LoginProfile = new("dora") { Password = DorasPassword },
            }));
        return await acme.SignInAsync("dora", DorasPassword);
    }

    public static async Task DelegatedWorkAsync(Company acme, IamAdministration dora)
    {
        var boundary = acme.Arn("policy/StaffBoundary");
        await RefusedAsync("dora forgets the boundary", dora.ExecuteAsync(new CreateUser("sam")));
        await StepAsync("dora makes sam with the boundary", dora.ExecuteAsync(new CreateUser("sam") { PermissionsBoundary = boundary }));
        await StepAsync("dora gives sam everything, which the boundary cuts down", dora.ExecuteAsync(new AttachUserPolicy("sam", "arn:aws:iam::aws:policy/AdministratorAccess")));
        await RefusedAsync("dora takes sam's boundary away", dora.ExecuteAsync(new DeleteUserPermissionsBoundary("sam")));
        await RefusedAsync("dora widens the boundary itself", dora.ExecuteAsync(new CreatePolicyVersion(boundary, Documents.DevelopersWork, SetAsDefault: true)));
        await RefusedAsync("dora makes herself an administrator", dora.ExecuteAsync(new AddUserToGroup("Admins", "dora")));
        await RefusedAsync("dora clones ann", dora.ExecuteAsync(new CreateUserComposite("anna") { ClonePermissionsFrom = "ann", PermissionsBoundary = boundary }));
        await RefusedAsync("dora asks for a user that is there", dora.ExecuteAsync(new DeleteUser("rita")));
        await RefusedAsync("and for one that is not: the same answer", dora.ExecuteAsync(new DeleteUser("nobody")));
    }

    public static async Task PassRoleAsync(Company acme, IamAdministration ann, IamAdministration dora)
    {
        const string Service = "reports.acme.example";
        await StepAsync("ann makes the role Reporting for the service", ann.ExecuteAsync(new CreateRole("Reporting", Documents.Trusting(Service))));
        await ann.ExecuteAsync(new PutRolePolicy("Reporting", "Work", Documents.TestersWork));
        var pass = new CheckPassRole(acme.Arn("role/Reporting"), Service);
        await RefusedAsync("dora hands the role to the service", dora.ExecuteAsync(pass));
        await StepAsync("ann hands the role to the service", ann.ExecuteAsync(pass));
        var session = await new SecurityTokenService(acme.Directory).AssumeRoleForServiceAsync(acme.Directory.OpenService(Service), acme.Arn("role/Reporting"), "nightly");
        Tell($"done     the service works as {session.Session.Kind} {session.Session.Name}");
    }

    public static async Task ChangeJobsAsync(Company acme, IamAdministration ann)
    {
        await ShowAsync("before");
        await StepAsync("ann moves rita from Developers to Testers", ann.ExecuteAsync(new MoveUserBetweenGroups("rita", ["Developers"], ["Testers"])));
        await ShowAsync("after");

        async Task ShowAsync(string when)
        {
            var results = await ann.ExecuteAsync(new SimulatePrincipalPolicy(acme.Arn("user/rita"), ["docs:ReadPage", "docs:WritePage", "tests:Run"]));
            Tell($"{when,-8} {string.Join(", ", results.ToArray().Select(r => $"{r.Action} {r.Decision}"))}");
        }
    }

    public static async Task AskAsync(Company acme, IamAdministration ann)
    {
        foreach (var action in (string[])["docs:WritePage", "iam:CreateUser"])
        {
            var allowed = await ann.ExecuteAsync(new WhoCan(action));
            Tell($"{action,-15} {string.Join(", ", allowed.ToArray().Select(a => a.Name))}");
        }

        foreach (var finding in (await ann.ExecuteAsync(new RunAdvisor())).ToArray())
        {
            Tell($"{finding.Severity,-8} {finding.Message}");
        }
    }
}
