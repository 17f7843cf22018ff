using IamCore.Administration.Accounts;
using IamCore.Administration.Composites;
using IamCore.Administration.Groups;
using IamCore.Administration.InstanceProfiles;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

public sealed class CompositeTests
{
    [Fact]
    public async Task SC_024_A_clone_has_the_groups_policies_and_boundary_and_nothing_else() // ID-230, ID-231
    {
        var d = await SourceAsync();
        await d.DoAsync(new CreateUser("target") { Path = "/own/", Tags = [new("own", "1")] });
        var preview = await d.DoAsync(new PreviewClone("source", "target"));
        var revision = await d.Store.GetRevisionAsync(default);
        Assert.Equal(preview, await d.DoAsync(new CloneUserPermissions("source", "TARGET")));
        Assert.Equal(revision + 1, await d.Store.GetRevisionAsync(default));
        Assert.Equal(
            [
                new CloneChange("iam:PutUserPermissionsBoundary", Arn("policy/Limit")), new("iam:AddUserToGroup", "g1"), new("iam:AddUserToGroup", "g2"),
                new("iam:AttachUserPolicy", Arn("policy/Mine")), new("iam:AttachUserPolicy", Administrator), new("iam:PutUserPolicy", "inline"),
            ],
            preview);
        var source = (await d.DoAsync(new GetUser("source"))).User!;
        var target = (await d.DoAsync(new GetUser("target"))).User!;
        Assert.Equal(source.Groups, target.Groups);
        Assert.Equal(source.AttachedPolicies, target.AttachedPolicies);
        Assert.Equal(source.InlinePolicies, target.InlinePolicies);
        Assert.Equal(source.PermissionsBoundary, target.PermissionsBoundary);
        Assert.Equal(("/own/", "own"), (target.Path, target.Tags[0].Key));
        Assert.Empty(await d.DoAsync(new CloneUserPermissions("source", "target"))); // nothing is left to do
    }

    [Fact]
    public async Task Cloning_adds_and_never_removes() // ID-232
    {
        var d = await SourceAsync();
        await d.DoAsync(new CreateUser("plain"));
        await d.DoAsync(new CreateUser("target") { PermissionsBoundary = Administrator });
        await d.DoAsync(new CreateGroup("own"));
        await d.DoAsync(new AddUserToGroup("own", "target"));
        await d.DoAsync(new PutUserPolicy("target", "inline", AllowWrite));
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-232", new CloneUserPermissions("source", "target"));
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-232", new PreviewClone("source", "target"));
        await d.DoAsync(new CloneUserPermissions("plain", "target")); // the source has no boundary: the target keeps its own
        Assert.Equal(Administrator, (await d.DoAsync(new GetUser("target"))).PermissionsBoundary);
        await d.DoAsync(new CloneUserPermissions("source", "target") { OverwriteInline = true });
        Assert.Equal(["g1", "g2", "own"], (await d.DoAsync(new ListGroupsForUser("target"))).Items.Select(g => g.Name));
        Assert.Equal(AllowRead, (await d.DoAsync(new GetUserPolicy("target", "inline"))).Document.ToString());
    }

    [Fact]
    public async Task What_cannot_be_cloned_is_refused_as_a_whole() // ID-234
    {
        var d = await SourceAsync(With(Quota.GroupsPerUser, 2));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-234", new CloneUserPermissions("source", "none"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-234", new CloneUserPermissions("none", "source"));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-234", new CloneUserPermissions("source", "SOURCE"));
        await d.DoAsync(new CreateUser("target"));
        await d.DoAsync(new CreateGroup("own"));
        await d.DoAsync(new AddUserToGroup("own", "target"));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-193", new CloneUserPermissions("source", "target"));
    }

    [Fact]
    public async Task Forced_deletes_take_what_hangs_on_an_identity_and_leave_the_rest() // ID-090, ID-101
    {
        var d = await SourceAsync();
        await d.DoAsync(new DeleteUserWithDependencies("source"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-090", new DeleteUserWithDependencies("source"));
        Assert.Equal(0, (await d.DoAsync(new GetPolicy(Arn("policy/Mine")))).AttachmentCount);
        await d.DoAsync(new CreateUser("a"));
        await d.DoAsync(new CreateUser("b"));
        await d.DoAsync(new AddUserToGroup("g1", "a"));
        await d.DoAsync(new AddUserToGroup("g1", "b"));
        await d.DoAsync(new PutGroupPolicy("g1", "p", AllowRead));
        await d.DoAsync(new AttachGroupPolicy("g1", Administrator));
        var revision = await d.Store.GetRevisionAsync(default);
        await d.DoAsync(new DeleteGroupWithDependencies("g1"));
        Assert.Equal(revision + 1, await d.Store.GetRevisionAsync(default));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-101", new DeleteGroupWithDependencies("g1"));
        Assert.Empty((await d.DoAsync(new ListGroupsForUser("a"))).Items);
    }

    [Fact]
    public async Task A_forced_delete_of_a_role_takes_the_profile_of_its_name_and_empties_the_others() // ID-118
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateRole("r", Trust(Here)));
        await d.DoAsync(new AttachRolePolicy("r", Administrator));
        await d.DoAsync(new PutRolePolicy("r", "p", AllowRead));
        await d.DoAsync(new CreateInstanceProfile("R"));
        await d.DoAsync(new CreateInstanceProfile("other"));
        await d.DoAsync(new AddRoleToInstanceProfile("R", "r"));
        await d.DoAsync(new AddRoleToInstanceProfile("other", "r"));
        Assert.Equal(4, (await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-118", new DeleteRole("r"))).Details.Count);
        await d.DoAsync(new DeleteRoleWithDependencies("r"));
        Assert.Equal(["other"], (await d.DoAsync(new ListInstanceProfiles())).Items.Select(p => p.Name));
        Assert.Null((await d.DoAsync(new GetInstanceProfile("other"))).Role);
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-118", new DeleteRoleWithDependencies("r"));
    }

    [Fact]
    public async Task Instance_profiles_hold_one_role() // ID-131 to ID-136
    {
        var d = await NewAsync(With(Quota.InstanceProfilesPerAccount, 1));
        var profile = await d.DoAsync(new CreateInstanceProfile("p") { Path = "/x/", Tags = [new("a", "b")] });
        Assert.Equal(Arn("instance-profile/x/p"), profile.Arn);
        Assert.Matches("^AIPA[A-Z2-7]{17}$", profile.Id);
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-132", new CreateInstanceProfile("P"));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-187", new CreateInstanceProfile("q"));
        await d.DoAsync(new CreateRole("r", Trust(Here)));
        await d.DoAsync(new CreateRole("s", Trust(Here)));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-133", new AddRoleToInstanceProfile("none", "r"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-133", new AddRoleToInstanceProfile("p", "none"));
        await d.DoAsync(new AddRoleToInstanceProfile("p", "r"));
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-133", new AddRoleToInstanceProfile("p", "r"));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-203", new AddRoleToInstanceProfile("p", "s"));
        Assert.Equal("r", (await d.DoAsync(new GetInstanceProfile("p"))).Role?.Name);
        Assert.Equal(["p"], (await d.DoAsync(new ListInstanceProfilesForRole("r"))).Items.Select(p => p.Name));
        Assert.Empty((await d.DoAsync(new ListInstanceProfilesForRole("s"))).Items);
        await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-135", new DeleteInstanceProfile("p"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-134", new RemoveRoleFromInstanceProfile("p", "s"));
        await d.DoAsync(new RemoveRoleFromInstanceProfile("p", "r"));
        await d.DoAsync(new DeleteInstanceProfile("p"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-135", new DeleteInstanceProfile("p"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-136", new GetInstanceProfile("p"));
    }

    [Fact]
    public async Task Cutting_somebody_off_works_with_a_full_quota() // ID-092, ST-103, ST-105
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("u"));
        await d.DoAsync(new CreateRole("r", Trust(Here)));
        await d.DoAsync(new PutUserPolicy("u", "full", Allow(2048)));
        await d.DoAsync(new PutRolePolicy("r", "full", Allow(10240)));
        var from = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
        await d.DoAsync(new DeactivateUser("u"));
        await d.DoAsync(new DeactivateUser("u") { From = from, Until = from.AddDays(1) });
        var document = (await d.DoAsync(new GetUserPolicy("u", "IamCoreDeactivated"))).Document;
        Assert.True(document.TryRead(PolicyType.Identity, out var read, out _));
        Assert.Equal(
            ["DateGreaterThan aws:CurrentTime 2026-02-01T00:00:00Z", "DateLessThan aws:CurrentTime 2026-02-02T00:00:00Z"],
            read.Statements[0].Condition!.Select(c => $"{c.Operator} {c.Keys[0].Key} {c.Keys[0].Values[0]}"));
        await d.DoAsync(new RevokeUserSessions("u"));
        await d.DoAsync(new RevokeRoleSessions("r") { Before = from.AddMilliseconds(7) });
        Assert.Contains("2026-02-01T00:00:00.007Z", (await d.DoAsync(new GetRolePolicy("r", "AWSRevokeOlderSessions"))).Document.ToString(), StringComparison.Ordinal);
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-209", new PutUserPolicy("u", "IamCoreDeactivated", AllowRead)); // another form counts
        await d.DoAsync(new ReactivateUser("u"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-158", new ReactivateUser("u"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-157", new DeactivateUser("none"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ST-103", new RevokeRoleSessions("none"));
    }

    [Fact]
    public async Task The_first_administrator_is_made_in_one_step() // ID-041
    {
        var d = await NewAsync();
        await d.DoAsync(new SetRootUsageGuard(RootUsageGuard.Off));
        var revision = await d.Store.GetRevisionAsync(default);
        await d.DoAsync(new BootstrapAdministrator("ann"));
        Assert.Equal(revision + 1, await d.Store.GetRevisionAsync(default));
        Assert.Equal(["Admins"], (await d.DoAsync(new ListGroupsForUser("ann"))).Items.Select(g => g.Name));
        Assert.Equal([Administrator], (await d.DoAsync(new ListAttachedGroupPolicies("Admins"))).Items.Select(p => p.PolicyArn));
        Assert.Equal(RootUsageGuard.Warn, (await d.DoAsync(new GetAccount())).RootUsageGuard);
        await d.DoAsync(new SetRootUsageGuard(RootUsageGuard.Block));
        await d.DoAsync(new BootstrapAdministrator("bob")); // the group has AdministratorAccess already
        Assert.Equal(RootUsageGuard.Block, (await d.DoAsync(new GetAccount())).RootUsageGuard);
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-083", new BootstrapAdministrator("bob"));
        await d.DoAsync(new CreateGroup("Staff"));
        await d.DoAsync(new AddUserToGroup("Staff", "bob"));
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-041", new BootstrapAdministrator("cleo") { GroupName = "Staff" });
    }

    private static async Task<TestDirectory> SourceAsync(IamDirectoryOptions? options = null)
    {
        var d = await NewAsync(options);
        var limit = await d.PolicyAsync("Limit");
        var mine = await d.PolicyAsync("Mine");
        await d.DoAsync(new CreateUser("source") { PermissionsBoundary = limit, Path = "/s/", Tags = [new("s", "1")] });
        foreach (var group in (string[])["g1", "g2"])
        {
            await d.DoAsync(new CreateGroup(group));
            await d.DoAsync(new AddUserToGroup(group, "source"));
        }

        await d.DoAsync(new AttachUserPolicy("source", mine));
        await d.DoAsync(new AttachUserPolicy("source", Administrator));
        await d.DoAsync(new PutUserPolicy("source", "inline", AllowRead));
        return d;
    }
}
