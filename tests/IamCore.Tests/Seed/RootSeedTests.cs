using IamCore.Administration;
using IamCore.Administration.Accounts;
using IamCore.Administration.Composites;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Users;
using IamCore.Events;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Tests.Administration;
using static IamCore.Tests.Administration.Callers;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Seed;

/// <summary>Rows about the root user and the account.</summary>
public sealed class RootSeedTests
{
    private const string RootPassword = "R00t-password!";

    [Fact]
    public async Task SC_008_SC_042_Root_needs_no_policy_and_an_administrator_is_not_root()
    {
        using var f = await SeedFixture.NewAsync();
        var root = await f.D.RootAsync();
        await root.ExecuteAsync(new CreateUser("made-by-root"));
        Assert.Equal(Decision.Allow, await f.DecideAsync($"arn:aws:iam::{Here}:root", "docs:Anything", $"arn:app:docs::{Here}:document/1"));
        var admin = await f.D.UserAsync("admin", AllowAll);
        await f.RefusedAsync(IamErrorCode.AccessDenied, new UpdateRootEmail("new@example.com"), admin);
        Assert.Equal("new@example.com", (await root.ExecuteAsync(new UpdateRootEmail("new@example.com"))).Email);
    }

    [Fact]
    public async Task SC_009_SC_019_The_first_administrator_takes_over_and_root_is_put_away()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new UpdateRootPassword(RootPassword));
        var session = (await f.SignIn.SignInRootAsync("root@example.com", RootPassword)).Session!;
        var root = f.D.Directory.ForCaller(session);
        await root.ExecuteAsync(new BootstrapAdministrator("ann") { Password = SeedFixture.Password, PasswordResetRequired = false });
        var ann = await f.SignInAsync("ann");
        await ann.ExecuteAsync(new CreateUser("by-ann"));
        Assert.Equal(["Admins"], (await ann.ExecuteAsync(new ListGroupsForUser("ann"))).Items.Select(g => g.Name));
        f.Advice.Clear();
        await root.ExecuteAsync(new CreateUser("by-root"));
        Assert.Equal([AdvisoryKind.RootUserUsed], f.Advice.Select(a => a.Kind));
        await root.ExecuteAsync(new SetRootUsageGuard(RootUsageGuard.Block));
        var guarded = await f.RefusedAsync(IamErrorCode.AccessDenied, new CreateUser("again"), root);
        Assert.Equal("rootGuard", guarded.Details.Single().Subject);
        await root.ExecuteAsync(new UpdateAccountName("Still mine")); // a root-only task
        await f.RefusedAsync(IamErrorCode.AccessDenied, new SetRootUsageGuard(RootUsageGuard.Off), root); // lowered only with MFA
        await f.DoAsync(new SetRootUsageGuard(RootUsageGuard.Warn)); // by the host always
        await root.ExecuteAsync(new CreateUser("again"));
    }

    [Fact]
    public async Task SC_017_A_new_account_has_exactly_one_root_principal()
    {
        using var f = await SeedFixture.NewAsync();
        var account = await f.D.Directory.Instance.ExecuteAsync(new CreateAccount("New", "new@example.com"));
        var iam = f.D.Directory.ForAccount(account.AccountId);
        Assert.Empty((await iam.ExecuteAsync(new ListUsers())).Items);
        var posture = await iam.ExecuteAsync(new GetRootPosture());
        Assert.Equal((false, 0, 0), (posture.IsPasswordSet, posture.ActiveAccessKeys, posture.MfaDevices.Count));
        Assert.Equal(Decision.Allow, await f.DecideAsync(account.RootArn, "docs:Read", $"arn:app:docs::{account.Id}:document/1"));
    }

    [Fact]
    public async Task SC_036_Root_signs_in_by_address_and_not_as_a_user()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new UpdateRootPassword(RootPassword));
        var result = await f.SignIn.SignInRootAsync("ROOT@example.com", RootPassword);
        Assert.True(result.Session!.IsRoot);
        await Assert.ThrowsAsync<IamException>(() => f.SignIn.SignInAsync(Here, "root@example.com", RootPassword).AsTask());
    }

    [Fact]
    public async Task SC_043_SC_098_Every_root_only_task_is_refused_to_an_administrator_and_allowed_to_root()
    {
        using var f = await SeedFixture.NewAsync();
        var admin = await f.D.UserAsync("admin", AllowAll);
        var root = await f.D.RootAsync();
        await f.DoAsync(new UpdateRootPassword(RootPassword));
        await TaskAsync(new UpdateAccountName("Renamed"));
        await TaskAsync(new UpdateRootEmail("renamed@example.com"));
        await TaskAsync(new UpdateRootPassword("An0ther-password!", RootPassword));
        await TaskAsync(new SetRootUsageGuard(RootUsageGuard.Warn));
        await TaskAsync(new BootstrapAdministrator("first"));
        await TaskAsync(new CloseAccount());

        async Task TaskAsync<T>(IamCommand<T> command)
        {
            Assert.Contains((await f.RefusedAsync(IamErrorCode.AccessDenied, command, admin)).Details, d => d.Rule == "ID-038");
            await root.ExecuteAsync(command);
        }
    }

    [Fact]
    public async Task SC_043_An_action_that_the_host_registers_as_root_only_is_denied_whatever_policies_say() // ID-039
    {
        using var f = await SeedFixture.NewAsync();
        var user = await f.UserAsync("admin", AllowAll);
        var action = ActionName.Parse("billing:UpdateIAMAccessPreference");
        var denied = await f.Engine.Authorizer.AuthorizeAsync(new(Principal.Parse(user.Arn), action, ResourceName.None));
        Assert.Equal((Decision.ExplicitDeny, AccessReason.RootOnly), (denied.Decision.Decision, denied.Reason));
        Assert.Equal(Decision.Allow, await f.DecideAsync($"arn:aws:iam::{Here}:root", "billing:UpdateIAMAccessPreference"));
    }

    [Fact]
    public async Task SC_114_Nothing_but_the_process_is_needed() // ID-003
    {
        using var f = await SeedFixture.NewAsync();
        await f.UserAsync("u", AllowRead);
        Assert.Equal(Decision.Allow, await f.DecideAsync(Arn("user/u"), "docs:ReadOne"));
        var needs = typeof(IamDirectory).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.DoesNotContain("System.Net.Http", needs);
        Assert.DoesNotContain("System.Net.Sockets", needs);
    }
}
