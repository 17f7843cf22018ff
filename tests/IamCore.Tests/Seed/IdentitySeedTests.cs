using IamCore.Administration.Accounts;
using IamCore.Administration.Composites;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Reports;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Advisor;
using IamCore.Credentials;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Tests.Administration;
using static IamCore.Tests.Administration.Callers;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Seed;

/// <summary>Rows about users, groups, roles and policies.</summary>
public sealed class IdentitySeedTests
{
    [Fact]
    public async Task SC_001_One_of_each_identity_with_a_policy_is_listed_with_id_and_arn()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new CreateUser("u"));
        await f.DoAsync(new CreateGroup("g"));
        await f.DoAsync(new CreateRole("r", Trust(Here)));
        await f.DoAsync(new AttachUserPolicy("u", Administrator));
        await f.DoAsync(new AttachGroupPolicy("g", Administrator));
        await f.DoAsync(new AttachRolePolicy("r", Administrator));
        PathObject[] all =
        [
            (await f.DoAsync(new ListUsers())).Items.Single(), (await f.DoAsync(new ListGroups())).Items.Single(), (await f.DoAsync(new ListRoles())).Items.Single(),
        ];
        Assert.Equal([Arn("user/u"), Arn("group/g"), Arn("role/r")], all.Select(o => o.Arn));
        Assert.Equal(["AIDA", "AGPA", "AROA"], all.Select(o => o.Id[..4]));
        Assert.Equal(3, (await f.DoAsync(new ListEntitiesForPolicy(Administrator))).Items.Count);
    }

    [Fact]
    public async Task SC_005_SC_082_A_new_user_signs_in_and_may_do_nothing_else()
    {
        using var f = await SeedFixture.NewAsync();
        var user = await f.UserAsync("new");
        var result = await f.SignIn.SignInAsync(Here, "new", SeedFixture.Password);
        Assert.Equal(Decision.ImplicitDeny, await f.DecideAsync(user.Arn, "docs:Read"));
        Assert.Equal(user.Id, (await f.Sts.GetCallerIdentityAsync(result.Session!)).UserId);
        await f.RefusedAsync(IamErrorCode.AccessDenied, new GetUser("new"), f.D.Directory.ForCaller(result.Session!));
        await f.DoAsync(new PutUserPolicy("new", "both", AllowAll));
        Assert.Equal(Decision.Allow, await f.DecideAsync(user.Arn, "docs:Read"));
        await f.DoAsync(new PutUserPolicy("new", "no", Policy("Deny", "docs:Read iam:GetUser")));
        Assert.Equal(Decision.ExplicitDeny, await f.DecideAsync(user.Arn, "docs:Read"));
        var denied = await f.RefusedAsync(IamErrorCode.AccessDenied, new GetUser("new"), f.D.Directory.ForCaller(result.Session!));
        Assert.EndsWith("with an explicit deny in an identity-based policy", denied.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SC_006_SC_108_A_policy_allows_its_actions_and_only_while_it_is_attached()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new CreateUser("u"));
        string[] verbs = ["docs:Read", "docs:Edit", "docs:Delete", "docs:Create"];
        foreach (var verb in verbs)
        {
            var arn = await f.D.PolicyAsync(verb[5..], Policy("Allow", verb));
            await f.DoAsync(new AttachUserPolicy("u", arn));
            Assert.Equal(verb, await f.AllowedAsync("u", verbs));
            await f.DoAsync(new DetachUserPolicy("u", arn));
            Assert.Equal("", await f.AllowedAsync("u", verbs));
        }
    }

    [Fact]
    public async Task SC_007_SC_104_Authenticating_grants_nothing_and_deciding_sees_no_password()
    {
        using var f = await SeedFixture.NewAsync();
        var user = await f.UserAsync("u", AllowRead);
        await f.DoAsync(new DeleteLoginProfile("u"));
        Assert.Equal(Decision.Allow, await f.DecideAsync(user.Arn, "docs:ReadOne")); // no password, and still decided
        await f.DoAsync(new DeleteUserPolicy("u", "own"));
        await f.DoAsync(new CreateLoginProfile("u") { Password = SeedFixture.Password });
        Assert.Equal(SignInStatus.Complete, (await f.SignIn.SignInAsync(Here, "u", SeedFixture.Password)).Status); // no policy, and still signed in
        Assert.Equal(Decision.ImplicitDeny, await f.DecideAsync(user.Arn, "docs:ReadOne"));
    }

    [Fact]
    public async Task SC_010_SC_025_SC_090_Each_unit_does_its_own_tasks()
    {
        using var f = await SeedFixture.NewAsync();
        foreach (var (unit, task) in new[] { ("Admins", "iam:CreateUser"), ("Developers", "ec2:RunInstances"), ("Testers", "tests:Run") })
        {
            await f.DoAsync(new CreateGroup(unit));
            await f.DoAsync(new PutGroupPolicy(unit, "work", Policy("Allow", task)));
            foreach (var member in (string[])[$"{unit}1", $"{unit}2"])
            {
                await f.DoAsync(new CreateUserComposite(member) { Groups = [unit] });
                Assert.Equal(task, await f.AllowedAsync(member, "iam:CreateUser", "ec2:RunInstances", "tests:Run"));
            }
        }
    }

    [Fact]
    public async Task SC_011_A_boundary_stops_a_policy_that_is_too_wide()
    {
        using var f = await SeedFixture.NewAsync();
        await f.UserAsync("u", AllowAll, await f.D.PolicyAsync("Limit"));
        Assert.Equal("docs:ReadOne", await f.AllowedAsync("u", "docs:ReadOne", "docs:WriteOne", "iam:GetUser"));
    }

    [Fact]
    public async Task SC_012_SC_045_SC_084_A_user_with_a_password_is_made_in_one_call_or_not_at_all()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new UpdateAccountPasswordPolicy(new() { MinimumPasswordLength = 14 }));
        await f.RefusedAsync(IamErrorCode.PasswordPolicyViolation, new CreateUserComposite("TestUser") { LoginProfile = new("TestUser") { Password = "short" } });
        await f.DoAsync(new CreateUserComposite("TestUser") { LoginProfile = new("TestUser") { Password = SeedFixture.Password } });
        Assert.Equal(SignInStatus.Complete, (await f.SignIn.SignInAsync(Here, "testuser", SeedFixture.Password)).Status);
        await f.RefusedAsync(IamErrorCode.EntityAlreadyExists, new CreateUser("TESTUSER"));
        var other = await f.D.Directory.Instance.ExecuteAsync(new CreateAccount("Other", "other@example.com"));
        Assert.Equal("testuser", (await f.D.Directory.ForAccount(other.AccountId).ExecuteAsync(new CreateUser("testuser"))).Name);
    }

    [Fact]
    public async Task SC_020_SC_039_SC_046_A_workload_with_a_key_is_advised_to_use_a_role()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new CreateUserComposite("app") { Kind = UserKind.Workload, CreateAccessKey = true });
        await f.DoAsync(new CreateUserComposite("ann") { Kind = UserKind.Human });
        Assert.Equal(UserKind.Workload, (await f.DoAsync(new GetUser("app"))).User!.Kind);
        Assert.Contains((AdvisorCheck.WorkloadWithKeys, Arn("user/app")), (await f.DoAsync(new RunAdvisor())).Select(a => (a.Check, a.Arn)));
    }

    [Fact]
    public async Task SC_023_SC_085_Permissions_come_by_group_or_directly_and_add_up()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new CreateGroup("g"));
        await f.DoAsync(new PutGroupPolicy("g", "read", AllowRead));
        await f.DoAsync(new CreateUserComposite("u") { Groups = ["g"] });
        await f.DoAsync(new AttachUserPolicy("u", await f.D.PolicyAsync("Write", AllowWrite)));
        Assert.Equal("docs:ReadOne docs:WriteOne", await f.AllowedAsync("u", "docs:ReadOne", "docs:WriteOne", "docs:Delete"));
        Assert.Contains(await f.DoAsync(new RunAdvisor()), a => a.Check == AdvisorCheck.DirectAttachment && a.Arn == Arn("user/u"));
    }

    [Fact]
    public async Task SC_024_A_clone_is_decided_like_its_source()
    {
        using var f = await SeedFixture.NewAsync();
        var limit = await f.D.PolicyAsync("Limit", Policy("Allow", "docs:* tests:*"));
        foreach (var (group, action) in new[] { ("g1", "docs:One"), ("g2", "tests:Two") })
        {
            await f.DoAsync(new CreateGroup(group));
            await f.DoAsync(new PutGroupPolicy(group, "p", Policy("Allow", action)));
        }

        await f.DoAsync(new CreateUserComposite("source")
        {
            PermissionsBoundary = limit,
            Groups = ["g1", "g2"],
            ManagedPolicies = [await f.D.PolicyAsync("M1", Policy("Allow", "docs:Three iam:*")), await f.D.PolicyAsync("M2", Policy("Deny", "docs:Four"))],
            InlinePolicies = [new("inline", new(Policy("Allow", "docs:Four docs:Five")))],
            CreateAccessKey = true,
            LoginProfile = new("source") { Password = SeedFixture.Password },
        });
        await f.DoAsync(new CreateUserComposite("clone") { ClonePermissionsFrom = "source" });
        string[] suite = ["docs:One", "tests:Two", "docs:Three", "docs:Four", "docs:Five", "iam:GetUser", "docs:Six"];
        Assert.Equal("docs:One tests:Two docs:Three docs:Five", await f.AllowedAsync("source", suite));
        Assert.Equal(await f.AllowedAsync("source", suite), await f.AllowedAsync("clone", suite));
        Assert.Empty(await f.DoAsync(new ListAccessKeys("clone")));
        await f.RefusedAsync(IamErrorCode.NoSuchEntity, new GetLoginProfile("clone"));
        Assert.Equal(limit, (await f.DoAsync(new GetUser("clone"))).PermissionsBoundary);
    }

    [Fact]
    public async Task SC_026_SC_029_Who_joins_a_group_has_its_inline_and_managed_policies_at_once()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new CreateGroup("Admins"));
        await f.DoAsync(new PutGroupPolicy("Admins", "inline", AllowRead));
        await f.DoAsync(new AttachGroupPolicy("Admins", await f.D.PolicyAsync("Write", AllowWrite)));
        await f.DoAsync(new CreateUser("u"));
        Assert.Equal("", await f.AllowedAsync("u", "docs:ReadOne", "docs:WriteOne"));
        await f.DoAsync(new AddUserToGroup("Admins", "u"));
        Assert.Equal("docs:ReadOne docs:WriteOne", await f.AllowedAsync("u", "docs:ReadOne", "docs:WriteOne"));
    }

    [Fact]
    public async Task SC_027_Changing_jobs_is_one_move_between_groups()
    {
        using var f = await SeedFixture.NewAsync();
        foreach (var (group, policy) in new[] { ("Readers", AllowRead), ("Writers", AllowWrite) })
        {
            await f.DoAsync(new CreateGroup(group));
            await f.DoAsync(new PutGroupPolicy(group, "work", policy));
        }

        await f.DoAsync(new CreateUserComposite("u") { Groups = ["Readers"] });
        var revision = await f.D.Store.GetRevisionAsync(default);
        await f.DoAsync(new MoveUserBetweenGroups("u", ["Readers"], ["Writers"]));
        Assert.Equal(revision + 1, await f.D.Store.GetRevisionAsync(default));
        Assert.Equal("docs:WriteOne", await f.AllowedAsync("u", "docs:ReadOne", "docs:WriteOne"));
    }

    [Fact]
    public async Task SC_028_A_group_is_no_principal()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new CreateGroup("g"));
        await f.RefusedAsync(IamErrorCode.MalformedPolicyDocument, new CreateRole("r", Trust(Arn("group/g"))));
    }

    [Fact]
    public async Task SC_030_SC_049_A_role_has_no_credentials_of_its_own()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new CreateRole("r", Trust(Here)));
        await f.RefusedAsync(IamErrorCode.NoSuchEntity, new CreateLoginProfile("r") { Password = SeedFixture.Password });
        await f.RefusedAsync(IamErrorCode.NoSuchEntity, new CreateAccessKey("r"));
        await Assert.ThrowsAsync<IamException>(() => f.SignIn.SignInAsync(Here, "r", SeedFixture.Password).AsTask());
        var caller = await f.D.UserCallerAsync("u", Policy("Allow", "sts:AssumeRole"));
        Assert.Equal(SessionKind.AssumedRole, (await f.Sts.AssumeRoleAsync(caller, new(Arn("role/r"), "session"))).Session.Kind);
    }

    [Fact]
    public async Task SC_040_An_identity_has_ten_managed_policies_and_any_number_of_inline_ones()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new CreateUser("u"));
        for (var i = 0; i < 10; i++)
        {
            await f.DoAsync(new AttachUserPolicy("u", await f.D.PolicyAsync($"P{i}", Policy("Allow", $"docs:A{i}"))));
        }

        await f.DoAsync(new PutUserPolicy("u", "one", AllowRead));
        await f.DoAsync(new PutUserPolicy("u", "two", AllowWrite));
        await f.RefusedAsync(IamErrorCode.LimitExceeded, new AttachUserPolicy("u", Administrator));
        Assert.Equal("docs:A0 docs:A9 docs:ReadOne docs:WriteOne", await f.AllowedAsync("u", "docs:A0", "docs:A9", "docs:ReadOne", "docs:WriteOne", "docs:A10"));
    }

    [Fact]
    public async Task SC_041_SC_102_Action_resource_and_condition_each_decide()
    {
        using var f = await SeedFixture.NewAsync();
        var user = await f.UserAsync("u", Policy("Allow", "docs:Read", "arn:app:docs::111122223333:document/mine-*", """{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}"""));
        var office = new RequestContext { ["aws:SourceIp"] = "203.0.113.9" };
        const string Mine = "arn:app:docs::111122223333:document/mine-1";
        Assert.Equal(Decision.Allow, await f.DecideAsync(user.Arn, "docs:Read", Mine, office));
        Assert.Equal(Decision.ImplicitDeny, await f.DecideAsync(user.Arn, "docs:Write", Mine, office));
        Assert.Equal(Decision.ImplicitDeny, await f.DecideAsync(user.Arn, "docs:Read", "arn:app:docs::111122223333:document/yours", office));
        Assert.Equal(Decision.ImplicitDeny, await f.DecideAsync(user.Arn, "docs:Read", Mine, new RequestContext { ["aws:SourceIp"] = "198.51.100.1" }));
        var used = await f.DoAsync(new GetServiceLastAccessedDetails(await f.DoAsync(new GenerateServiceLastAccessedDetails(user.Arn) { Granularity = AccessGranularity.ActionLevel })));
        Assert.Equal(["docs:Read", "docs:Write"], used.Services.Single().Actions.Select(a => a.Action.ToString())); // what is granted and never used would be missing
    }

    [Fact]
    public async Task SC_044_SC_083_A_user_has_permissions_and_credentials_of_its_own()
    {
        using var f = await SeedFixture.NewAsync();
        var one = await f.D.UserCallerAsync("one", AllowRead);
        var two = await f.D.UserCallerAsync("two", AllowWrite);
        Assert.Equal((Arn("user/one"), Arn("user/two")), ((await f.Sts.GetCallerIdentityAsync(one)).Arn, (await f.Sts.GetCallerIdentityAsync(two)).Arn));
        Assert.Equal("docs:ReadOne", await f.AllowedAsync("one", "docs:ReadOne", "docs:WriteOne"));
        Assert.Equal("docs:WriteOne", await f.AllowedAsync("two", "docs:ReadOne", "docs:WriteOne"));
    }

    [Fact]
    public async Task SC_048_Nobody_signs_in_as_a_group()
    {
        using var f = await SeedFixture.NewAsync();
        await f.DoAsync(new CreateGroup("g"));
        await f.RefusedAsync(IamErrorCode.NoSuchEntity, new CreateLoginProfile("g") { Password = SeedFixture.Password });
        var refused = await Assert.ThrowsAsync<IamException>(() => f.SignIn.SignInAsync(Here, "g", SeedFixture.Password).AsTask());
        Assert.Equal(IamErrorCode.AuthenticationFailed, refused.ErrorCode);
        Assert.Equal(AccessReason.UnknownPrincipal, (await f.Engine.Authorizer.AuthorizeAsync(new(Principal.Parse(Arn("user/g")), ActionName.Parse("docs:Read"), ResourceName.None))).Reason);
    }

    [Fact]
    public async Task SC_109_Nothing_hangs_on_the_region_unless_a_policy_asks()
    {
        using var f = await SeedFixture.NewAsync();
        var user = await f.UserAsync("u", AllowRead);
        foreach (var region in (string[])["eu-west-1", "us-east-1"])
        {
            Assert.Equal(Decision.Allow, await f.DecideAsync(user.Arn, "docs:ReadOne", "*", new RequestContext { ["aws:RequestedRegion"] = region }));
        }

        await f.DoAsync(new PutUserPolicy("u", "own", Policy("Allow", "docs:ReadOne", "*", """{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}""")));
        Assert.Equal(Decision.Allow, await f.DecideAsync(user.Arn, "docs:ReadOne", "*", new RequestContext { ["aws:RequestedRegion"] = "eu-west-1" }));
        Assert.Equal(Decision.ImplicitDeny, await f.DecideAsync(user.Arn, "docs:ReadOne", "*", new RequestContext { ["aws:RequestedRegion"] = "us-east-1" }));
        Assert.Equal("", user.Arn.Split(':')[3]);
    }
}
