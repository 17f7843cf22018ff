using IamCore.Administration;
using IamCore.Administration.Accounts;
using IamCore.Administration.Composites;
using IamCore.Administration.Groups;
using IamCore.Administration.InstanceProfiles;
using IamCore.Administration.Organizations;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Model;
using IamCore.Policies;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

/// <summary>What operations ask about their caller, and when (ID-237 to ID-243).</summary>
public sealed class AuthorizationSeamTests
{
    [Fact]
    public async Task Each_operation_asks_for_its_own_action_on_its_own_resource() // ID-240
    {
        var (d, gate, iam) = await GatedAsync();
        await d.DoAsync(new CreateUser("bob") { Path = "/x/", PermissionsBoundary = Administrator, Tags = [new("team", "a")] });
        await iam.ExecuteAsync(new GetUser("BOB"));
        await iam.ExecuteAsync(new AttachUserPolicy("bob", Administrator));
        await iam.ExecuteAsync(new ListUsers { PathPrefix = "/div/" });
        await iam.ExecuteAsync(new CreateAccountAlias("alias"));
        Assert.Equal(
            [
                $"iam:GetUser {Arn("user/x/bob")}", $"iam:AttachUserPolicy {Arn("user/x/bob")}", $"iam:ListUsers {Arn("user/div/")}",
                "iam:CreateAccountAlias *",
            ],
            gate.Questions);
        var attach = gate.Asked[1];
        Assert.Equal(Administrator, attach.PermissionsBoundary);
        Assert.Equal([new("iam:PolicyARN", Administrator)], attach.Keys);
        Assert.Equal([new Tag("team", "a")], attach.ResourceTags);
        Assert.Equal(Arn("user/bob"), attach.ShownResource); // ID-239: never the stored path
    }

    [Fact]
    public async Task Creating_with_tags_asks_for_tagging_too() // ID-241
    {
        var (_, gate, iam) = await GatedAsync();
        await iam.ExecuteAsync(new CreateUser("bob") { Path = "/x/", PermissionsBoundary = Administrator, Tags = [new("a", "b")] });
        Assert.Equal([$"iam:CreateUser {Arn("user/x/bob")}", $"iam:TagUser {Arn("user/x/bob")}"], gate.Questions);
        Assert.Equal(Administrator, gate.Asked[0].PermissionsBoundary);
        Assert.Equal([new Tag("a", "b")], gate.Asked[0].RequestTags);
    }

    [Fact]
    public async Task Renaming_asks_about_the_old_and_the_new_name() // ID-240
    {
        var (d, gate, iam) = await GatedAsync();
        await d.DoAsync(new CreateUser("bob"));
        await iam.ExecuteAsync(new UpdateUser("bob") { NewPath = "/y/" });
        Assert.Equal([$"iam:UpdateUser {Arn("user/bob")}", $"iam:UpdateUser {Arn("user/y/bob")}"], gate.Questions);
    }

    [Fact]
    public async Task Without_permission_existing_and_missing_names_give_the_same_answer() // ID-238, ID-239
    {
        var (d, gate, iam) = await GatedAsync();
        await d.DoAsync(new CreateUser("bob") { Path = "/secret/" });
        await d.DoAsync(new CreateGroup("grp") { Path = "/secret/" });
        foreach (var action in (string[])["iam:GetUser", "iam:DeleteUser", "iam:DeleteGroup", "iam:UpdateUser", "iam:ListGroupsForUser"])
        {
            gate.Refused.Add(action);
        }

        await SameAsync(name => new GetUser(name));
        await SameAsync(name => new DeleteUser(name));
        await SameAsync(name => new DeleteUserWithDependencies(name));
        await SameAsync(name => new UpdateUser(name) { NewPath = "/y/" });
        await SameAsync(name => new CloneUserPermissions(name, "other"));

        async Task SameAsync<T>(Func<string, IamCommand<T>> command)
        {
            var existing = await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", command("bob"), iam);
            var missing = await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", command("nob"), iam);
            Assert.Equal(existing.Message.Replace("bob", "nob", StringComparison.Ordinal), missing.Message);
            Assert.DoesNotContain("secret", existing.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_form_of_parameters_is_checked_before_the_caller() // ID-238
    {
        var (d, gate, iam) = await GatedAsync();
        gate.Refused.Add("iam:CreateUser");
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-043", new CreateUser("a b"), iam);
        Assert.Empty(gate.Asked);
    }

    [Fact]
    public async Task One_part_that_is_refused_refuses_the_whole_composite() // ID-242, ID-256
    {
        var (d, gate, iam) = await GatedAsync();
        await d.DoAsync(new CreateUser("bob"));
        await d.DoAsync(new CreateGroup("g"));
        await d.DoAsync(new AddUserToGroup("g", "bob"));
        await d.DoAsync(new AttachUserPolicy("bob", Administrator));
        gate.Refused.Add("iam:DetachUserPolicy");
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new DeleteUserWithDependencies("bob"), iam);
        gate.Refused.Clear();
        gate.Asked.Clear();
        await iam.ExecuteAsync(new DeleteUserWithDependencies("bob"));
        Assert.Equal(["iam:DeleteUser", "iam:RemoveUserFromGroup", "iam:DetachUserPolicy", "iam:DeleteUser"], gate.Asked.Select(c => c.Action));
    }

    [Fact]
    public async Task A_part_is_asked_about_in_the_state_that_the_parts_before_leave() // ID-235, ID-242
    {
        var (d, gate, iam) = await GatedAsync();
        var boundary = await d.PolicyAsync("Limit");
        await d.DoAsync(new CreateUser("source") { PermissionsBoundary = boundary });
        await d.DoAsync(new AttachUserPolicy("source", Administrator));
        await d.DoAsync(new CreateUser("target"));
        await iam.ExecuteAsync(new CloneUserPermissions("source", "target"));
        Assert.Equal(
            [
                "iam:ListGroupsForUser", "iam:ListAttachedUserPolicies", "iam:ListUserPolicies", "iam:GetUserPolicy", "iam:GetUser",
                "iam:PutUserPermissionsBoundary", "iam:AttachUserPolicy",
            ],
            gate.Asked.Select(c => c.Action));
        Assert.Equal(boundary, gate.Asked[^1].PermissionsBoundary); // set by the part before
    }

    [Fact]
    public async Task Putting_a_role_into_a_profile_asks_for_passing_it_without_its_tags() // ID-133, ID-251
    {
        var (d, gate, iam) = await GatedAsync();
        await d.DoAsync(new CreateRole("r", Trust(Here)) { Tags = [new("a", "b")] });
        await d.DoAsync(new CreateInstanceProfile("p"));
        await iam.ExecuteAsync(new AddRoleToInstanceProfile("p", "r"));
        Assert.Equal([$"iam:AddRoleToInstanceProfile {Arn("instance-profile/p")}", $"iam:PassRole {Arn("role/r")}"], gate.Questions);
        Assert.Null(gate.Asked[1].ResourceTags);
        Assert.Equal([new("iam:PassedToService", "ec2.amazonaws.com")], gate.Asked[1].Keys);
    }

    [Fact]
    public async Task An_omitted_user_name_means_the_caller() // ID-085, ID-243
    {
        var d = await NewAsync();
        var bob = await d.DoAsync(new CreateUser("bob"));
        Assert.Equal(bob, (await By(Principal.Parse(bob.Arn), bob.Id).ExecuteAsync(new GetUser())).User);
        var root = await By(Principal.Parse($"arn:aws:iam::{Here}:root")).ExecuteAsync(new GetUser());
        Assert.Equal((Here, $"arn:aws:iam::{Here}:root", null), (root.UserId, root.Arn, root.User));
        var role = By(Principal.Parse($"arn:aws:sts::{Here}:assumed-role/r/s"));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-243", new GetUser(), role);

        IamAdministration By(Principal principal, string? id = null) => new(d.Directory, AccountId.Parse(Here), new RecordingGate(principal, id));
    }

    [Fact]
    public async Task Root_only_tasks_are_refused_to_everyone_else() // ID-038, ID-026, ID-018, ID-041
    {
        var (d, _, iam) = await GatedAsync();
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-038", new UpdateAccountName("x"), iam);
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-038", new UpdateRootEmail("x@example.com"), iam);
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-038", new CloseAccount(), iam);
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-038", new SetRootUsageGuard(RootUsageGuard.Off), iam);
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-038", new BootstrapAdministrator("x"), iam);
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-026", new SetAccountStatus(AccountStatus.Active), iam);
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-018", new CreateAccount("x", "x@example.com") { AccountId = "999988887777" }, iam);
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-022", new AddAccountToOrganization("999988887777"), iam);
    }

    private static async Task<(TestDirectory Directory, RecordingGate Gate, IamAdministration Iam)> GatedAsync()
    {
        var d = await NewAsync();
        var gate = new RecordingGate(Principal.Parse($"arn:aws:iam::{Here}:user/caller"));
        return (d, gate, new(d.Directory, AccountId.Parse(Here), gate));
    }
}
