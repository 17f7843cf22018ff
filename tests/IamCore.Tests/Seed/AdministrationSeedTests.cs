using IamCore.Administration;
using IamCore.Administration.Accounts;
using IamCore.Administration.Composites;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.InstanceProfiles;
using IamCore.Administration.Policies;
using IamCore.Administration.Providers;
using IamCore.Administration.Reports;
using IamCore.Administration.Roles;
using IamCore.Administration.Tags;
using IamCore.Administration.Users;
using IamCore.Credentials;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Tests.Administration;
using static IamCore.Tests.Administration.Callers;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Seed;

/// <summary>Rows about roles for services, administration itself, and what the seeds imply.</summary>
public sealed class AdministrationSeedTests
{
    private const string Service = "billing.example.com";
    private const string TrustService = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"billing.example.com"},"Action":"sts:AssumeRole"}}""";

    [Fact]
    public async Task SC_053_A_role_can_trust_a_provider()
    {
        using var f = await SeedFixture.NewAsync();
        var oidc = await f.DoAsync(new CreateOpenIDConnectProvider("https://idp.example.com") { ClientIDList = ["app"] });
        var saml = await f.DoAsync(new CreateSAMLProvider("Corp", ProviderTests.Metadata()));
        foreach (var (name, provider, action) in new[] { ("Web", oidc.Arn, "sts:AssumeRoleWithWebIdentity"), ("Corp", saml.Arn, "sts:AssumeRoleWithSAML") })
        {
            await f.DoAsync(new CreateRole(name, $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"{{{provider}}}"},"Action":"{{{action}}}"}}"""));
            Assert.Equal(RoleCategory.Federated, (await f.DoAsync(new GetRole(name))).Category);
            var caller = await f.D.UserCallerAsync($"user-{name}", AllowAll);
            await Assert.ThrowsAsync<IamException>(() => f.Sts.AssumeRoleAsync(caller, new(Arn($"role/{name}"), "session")).AsTask()); // no proof of the provider's
        }
    }

    [Fact]
    public async Task SC_061_SC_094_SC_110_A_registered_service_assumes_a_role_that_was_passed_to_it()
    {
        using var f = await SeedFixture.NewAsync(new() { Services = [new(Service, "Billing"), new("other.example.com", "Other")] });
        await f.DoAsync(new CreateRole("app", TrustService));
        var session = await f.Sts.AssumeRoleForServiceAsync(f.D.Directory.OpenService(Service), Arn("role/app"), "job");
        Assert.Equal(SessionKind.ServiceRole, session.Session.Kind);
        await Assert.ThrowsAsync<IamException>(() => f.Sts.AssumeRoleForServiceAsync(f.D.Directory.OpenService("other.example.com"), Arn("role/app"), "job").AsTask());
        var ann = await f.D.UserAsync("ann", Policy("Allow", "iam:CreateRole iam:GetRole"));
        await f.RefusedAsync(IamErrorCode.AccessDenied, new CheckPassRole(Arn("role/app"), Service), ann);
        await f.DoAsync(new PutUserPolicy("ann", "pass", Policy("Allow", "iam:PassRole", Arn("role/app"), $$$"""{"StringEquals":{"iam:PassedToService":"{{{Service}}}"}}""")));
        Assert.Empty(await ann.ExecuteAsync(new CheckPassRole(Arn("role/app"), Service)));
    }

    [Fact]
    public async Task SC_062_A_service_linked_role_can_be_viewed_and_not_edited()
    {
        using var f = await SeedFixture.NewAsync(new() { Services = [new(Service, "Billing") { ServiceLinkedRole = new("Billing", AllowRead) { FindUsesAsync = (_, _) => new(["arn:app:billing:::job/1"]) } }] });
        var name = (await f.DoAsync(new CreateServiceLinkedRole(Service))).Name;
        var admin = await f.D.UserAsync("admin", AllowAll);
        Assert.Equal(RoleCategory.ServiceLinked, (await admin.ExecuteAsync(new GetRole(name))).Category);
        await f.RefusedAsync(IamErrorCode.UnmodifiableEntity, new PutRolePolicy(name, "p", AllowRead), admin);
        await f.RefusedAsync(IamErrorCode.UnmodifiableEntity, new UpdateAssumeRolePolicy(name, Trust(Here)), admin);
        await admin.ExecuteAsync(new UpdateRoleDescription(name, "described"));
        await admin.ExecuteAsync(new TagRole(name, [new("a", "b")]));
        var task = await admin.ExecuteAsync(new DeleteServiceLinkedRole(name));
        Assert.Equal(RoleDeletionStatus.Failed, (await admin.ExecuteAsync(new GetServiceLinkedRoleDeletionStatus(task))).Status);
    }

    [Fact]
    public async Task SC_091_Users_services_and_other_accounts_each_assume_a_role_that_trusts_them()
    {
        using var f = await SeedFixture.NewAsync(new() { Services = [new(Service, "Billing")] });
        var other = await f.D.Directory.Instance.ExecuteAsync(new CreateAccount("Other", "other@example.com"));
        await f.DoAsync(new CreateRole("here", Trust(Here)));
        await f.DoAsync(new CreateRole("there", Trust(other.Id)));
        await f.DoAsync(new CreateRole("service", TrustService));
        var ann = await f.D.UserCallerAsync("ann", Policy("Allow", "sts:AssumeRole"));
        var theirs = f.D.Directory.ForAccount(other.AccountId);
        await theirs.ExecuteAsync(new CreateUserComposite("bob") { InlinePolicies = [new("own", new(Policy("Allow", "sts:AssumeRole")))] });
        var key = await theirs.ExecuteAsync(new CreateAccessKey("bob"));
        var bob = await new CallerAuthenticator(f.D.Directory).AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
        Assert.Equal("s1", (await f.Sts.AssumeRoleAsync(ann, new(Arn("role/here"), "s1"))).Session.Name);
        Assert.Equal("s2", (await f.Sts.AssumeRoleAsync(bob, new(Arn("role/there"), "s2"))).Session.Name);
        Assert.Equal("s3", (await f.Sts.AssumeRoleForServiceAsync(f.D.Directory.OpenService(Service), Arn("role/service"), "s3")).Session.Name);
        await Assert.ThrowsAsync<IamException>(() => f.Sts.AssumeRoleAsync(bob, new(Arn("role/here"), "s4")).AsTask());
    }

    [Fact]
    public async Task SC_100_One_call_tells_all_and_another_who_may_do_what_and_why()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new BootstrapAdministrator("ann"));
        await f.DoAsync(new CreateUser("bob"));
        await f.DoAsync(new PutUserPolicy("bob", "read", Policy("Allow", "docs:Read")));
        await f.DoAsync(new CreateRole("r", Trust(Arn("user/bob"))));
        var all = await f.DoAsync(new GetAccountAuthorizationDetails { MaxItems = 1000 });
        var seen = new List<string>();
        for (var page = all; ; page = await f.DoAsync(new GetAccountAuthorizationDetails { MaxItems = 1000, Marker = page.Marker }))
        {
            seen.AddRange([.. page.Users.Select(u => $"{u.User.Name} in {string.Join(',', u.GroupNames)}"), .. page.Groups.Select(g => g.Group.Name), .. page.Roles.Select(r => r.Role.Name), .. page.Policies.Select(p => p.Policy.PolicyName)]);
            if (page.Marker is null)
            {
                break;
            }
        }

        Assert.Equal(["ann in Admins", "bob in ", "Admins", "r", "AdministratorAccess"], seen);
        var who = await f.DoAsync(new WhoCan("docs:Read"));
        Assert.Equal([("ann", "AdministratorAccess"), ("bob", "read")], who.Select(w => (w.Name, w.GrantedBy.Single().Policy)));
        var why = (await f.DoAsync(new SimulatePrincipalPolicy(Arn("user/bob"), ["docs:Read"])))[0];
        Assert.Equal((Decision.Allow, "read", "user bob"), (why.Decision, why.Matched.Single().Policy, why.Matched.Single().Origin));
        Assert.Equal(2, (await f.DoAsync(new GetAccountSummary()))["Users"]);
    }

    [Fact]
    public async Task SC_111_A_delegated_administrator_gives_access_without_giving_its_password() // ID-165
    {
        using var f = await SeedFixture.NewAsync();
        var staff = await f.D.PolicyAsync("Staff", Policy("Allow", "docs:*"));
        var dora = await f.D.UserAsync("dora", AllowAll, await f.D.PolicyAsync("Delegate", EscalationTests.Delegate(staff)));
        await f.RefusedAsync(IamErrorCode.AccessDenied, new CreateUser("sam"), dora); // forgot the boundary
        await dora.ExecuteAsync(new CreateUser("sam") { PermissionsBoundary = staff });
        await dora.ExecuteAsync(new AttachUserPolicy("sam", Administrator));
        Assert.Equal("docs:Read", await f.AllowedAsync("sam", "docs:Read", "iam:CreateUser"));
    }

    [Fact]
    public async Task SC_116_What_is_in_use_is_deleted_with_force_or_not_at_all()
    {
        using var f = await SeedFixture.NewAsync();
        var policy = await f.D.PolicyAsync("P");
        await f.DoAsync(new CreateGroup("g"));
        await f.DoAsync(new CreateUserComposite("u")
        {
            Groups = ["g"], ManagedPolicies = [policy], InlinePolicies = [new("own", new(AllowRead))], CreateAccessKey = true, LoginProfile = new("u") { Password = SeedFixture.Password },
        });
        await f.DoAsync(new PutGroupPolicy("g", "own", AllowRead));
        await f.DoAsync(new CreateRole("r", Trust(Here)));
        await f.DoAsync(new AttachRolePolicy("r", policy));
        var blocked = await f.RefusedAsync(IamErrorCode.DeleteConflict, new DeleteUser("u"));
        Assert.Equal("Cannot delete entity, must delete login profile first.", blocked.Message);
        Assert.Equal(5, blocked.Details.Count);
        await f.RefusedAsync(IamErrorCode.DeleteConflict, new DeleteGroup("g"));
        await f.RefusedAsync(IamErrorCode.DeleteConflict, new DeleteRole("r"));
        await f.RefusedAsync(IamErrorCode.DeleteConflict, new DeletePolicy(policy));
        var revision = await f.D.Store.GetRevisionAsync(default);
        await f.DoAsync(new DeleteUserWithDependencies("u"));
        await f.DoAsync(new DeleteGroupWithDependencies("g"));
        await f.DoAsync(new DeleteRoleWithDependencies("r"));
        await f.DoAsync(new DeletePolicy(policy));
        Assert.Equal(revision + 4, await f.D.Store.GetRevisionAsync(default));
        Assert.Equal(1, (await f.D.DumpAsync()).Split('\n').Count(line => line.StartsWith("Account ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SC_117_Renaming_keeps_groups_policies_keys_and_trust_and_not_texts()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new CreateGroup("g"));
        await f.DoAsync(new PutGroupPolicy("g", "work", AllowRead));
        var caller = await f.D.UserCallerAsync("old", Policy("Allow", "sts:AssumeRole docs:Own"));
        await f.DoAsync(new AddUserToGroup("g", "old"));
        await f.DoAsync(new CreateRole("r", Trust(Arn("user/old"))));
        await f.DoAsync(new CreateUser("watcher"));
        await f.DoAsync(new PutUserPolicy("watcher", "w", Policy("Allow", "iam:GetUser", Arn("user/old"))));
        await f.DoAsync(new UpdateUser("old") { NewUserName = "new", NewPath = "/moved/" });
        Assert.Equal(Arn("user/moved/new"), (await f.Sts.GetCallerIdentityAsync(caller)).Arn);
        foreach (var action in (string[])["docs:Own", "docs:ReadOne"])
        {
            Assert.Equal(Decision.Allow, await f.DecideAsync(Arn("user/moved/new"), action));
        }

        Assert.Equal("session", (await f.Sts.AssumeRoleAsync(caller, new(Arn("role/r"), "session"))).Session.Name);
        Assert.Contains("user/moved/new", (await f.DoAsync(new GetRole("r"))).Role.TrustPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal(Decision.ImplicitDeny, await f.DecideAsync(Arn("user/watcher"), "iam:GetUser", Arn("user/moved/new")));
    }

    [Fact]
    public async Task SC_118_A_name_made_anew_inherits_no_trust_until_the_policy_is_saved_again()
    {
        using var f = await SeedFixture.NewAsync();
        var policy = Policy("Allow", "sts:AssumeRole");
        var first = await f.D.UserCallerAsync("bob", policy);
        await f.DoAsync(new CreateRole("r", Trust(Arn("user/bob"))));
        Assert.Equal("session", (await f.Sts.AssumeRoleAsync(first, new(Arn("role/r"), "session"))).Session.Name);
        await f.DoAsync(new DeleteUserWithDependencies("bob"));
        var second = await f.D.UserCallerAsync("bob", policy);
        await Assert.ThrowsAsync<IamException>(() => f.Sts.AssumeRoleAsync(second, new(Arn("role/r"), "session")).AsTask());
        Assert.Contains("AIDA", (await f.DoAsync(new GetRole("r"))).Role.TrustPolicy.ToString(), StringComparison.Ordinal); // the id of who is gone
        await f.DoAsync(new UpdateAssumeRolePolicy("r", Trust(Arn("user/bob"))));
        Assert.Equal("session", (await f.Sts.AssumeRoleAsync(second, new(Arn("role/r"), "session"))).Session.Name);
    }

    [Fact]
    public async Task SC_120_Administrators_are_subject_to_permissions_and_learn_no_names()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new CreateUser("there") { Path = "/hidden/" });
        var ann = await f.D.UserAsync("ann", Policy("Allow", "iam:ListUsers"));
        var there = await f.RefusedAsync(IamErrorCode.AccessDenied, new DeleteUserWithDependencies("there"), ann);
        var gone = await f.RefusedAsync(IamErrorCode.AccessDenied, new DeleteUserWithDependencies("gone!".TrimEnd('!')), ann);
        Assert.Equal(gone.Message.Replace("gone", "there", StringComparison.Ordinal), there.Message);
    }

    [Fact]
    public async Task SC_122_Composites_give_nothing_that_their_parts_would_not()
    {
        using var f = await SeedFixture.NewAsync();
        var staff = await f.D.PolicyAsync("Staff", Policy("Allow", "docs:*"));
        var dora = await f.D.UserAsync("dora", AllowAll, await f.D.PolicyAsync("Delegate", EscalationTests.Delegate(staff)));
        await f.DoAsync(new BootstrapAdministrator("ann"));
        await f.DoAsync(new CreateUser("bounded") { PermissionsBoundary = staff });
        await f.DoAsync(new CreateUser("plain"));
        await f.RefusedAsync(IamErrorCode.AccessDenied, new CreateUserComposite("x") { ClonePermissionsFrom = "ann" }, dora);
        await f.RefusedAsync(IamErrorCode.AccessDenied, new CreateUserComposite("x") { Groups = ["Admins"], PermissionsBoundary = staff }, dora);
        await f.RefusedAsync(IamErrorCode.AccessDenied, new CloneUserPermissions("ann", "bounded"), dora);
        await f.RefusedAsync(IamErrorCode.AccessDenied, new DeleteUserWithDependencies("ann"), dora);
        await f.RefusedAsync(IamErrorCode.AccessDenied, new BootstrapAdministrator("x"), dora);
        await f.DoAsync(new CloneUserPermissions("plain", "bounded"));
        Assert.Equal(staff, (await f.DoAsync(new GetUser("bounded"))).PermissionsBoundary); // cloning never takes a boundary away
    }

    [Fact]
    public async Task SC_123_Choosing_a_name_gains_nothing()
    {
        using var f = await SeedFixture.NewAsync(new() { Services = [new(Service, "Billing")] });
        var ann = await f.D.UserAsync("ann", AllowAll);
        await f.RefusedAsync(IamErrorCode.InvalidInput, new CreateRole("AWSServiceRoleForBilling", TrustService) { Path = $"/aws-service-role/{Service}/" }, ann);
        await f.RefusedAsync(IamErrorCode.InvalidInput, new CreateRole("AWSReservedSSO_x", Trust(Here)) { Path = "/aws-reserved/sso.amazonaws.com/" }, ann);
        await f.RefusedAsync(IamErrorCode.AccessDenied, new CreateAccount("Mine", "mine@example.com") { AccountId = "999988887777" }, ann);
        Assert.Throws<ArgumentException>(() => f.D.Directory.OpenService("unregistered.example.com"));
        await f.DoAsync(new CreateInstanceProfile("p"));
        await f.DoAsync(new AssociateInstanceProfile("worker", "p"));
        await f.RefusedAsync(IamErrorCode.EntityAlreadyExists, new AssociateInstanceProfile("worker", "p"), ann);
    }

    [Fact]
    public async Task SC_064_A_profile_holds_one_role_and_the_role_can_be_swapped()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new CreateInstanceProfile("p"));
        await f.DoAsync(new CreateRole("one", Trust(Here)));
        await f.DoAsync(new CreateRole("two", Trust(Here)));
        await f.DoAsync(new AddRoleToInstanceProfile("p", "one"));
        await f.RefusedAsync(IamErrorCode.LimitExceeded, new AddRoleToInstanceProfile("p", "two"));
        await f.DoAsync(new RemoveRoleFromInstanceProfile("p", "one"));
        await f.DoAsync(new AddRoleToInstanceProfile("p", "two"));
        Assert.Equal("two", (await f.DoAsync(new GetInstanceProfile("p"))).Role?.Name);
    }
}
