using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Model;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

public sealed class GroupTests
{
    [Fact]
    public async Task A_group_is_made_read_and_listed() // ID-095, ID-098, ID-099
    {
        var d = await NewAsync();
        var group = await d.DoAsync(new CreateGroup("Developers") { Path = "/eng/" });
        Assert.Equal(Arn("group/eng/Developers"), group.Arn);
        Assert.Matches("^AGPA[A-Z2-7]{17}$", group.Id);
        Assert.Equal(group, (await d.DoAsync(new GetGroup("developers"))).Group);
        Assert.Equal([group], (await d.DoAsync(new ListGroups { PathPrefix = "/eng/" })).Items);
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-098", new CreateGroup("DEVELOPERS"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-099", new GetGroup("none"));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-044", new CreateGroup(new('g', 129)));
    }

    [Fact]
    public async Task The_quota_of_groups_holds() // ID-184
    {
        var d = await NewAsync(With(Quota.GroupsPerAccount, 1));
        await d.DoAsync(new CreateGroup("a"));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-184", new CreateGroup("b"));
    }

    [Fact]
    public async Task Membership_is_added_listed_and_removed() // ID-102, ID-103, ID-099
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateGroup("G"));
        await d.DoAsync(new CreateUser("bob"));
        await d.DoAsync(new AddUserToGroup("g", "BOB"));
        var before = await d.DumpAsync();
        await d.DoAsync(new AddUserToGroup("G", "bob")); // already a member: no change
        Assert.Equal(before, await d.DumpAsync());
        Assert.Equal(["G"], (await d.DoAsync(new ListGroupsForUser("bob"))).Items.Select(g => g.Name));
        Assert.Equal(["bob"], (await d.DoAsync(new GetGroup("G"))).Members.Items.Select(u => u.Name));
        await d.DoAsync(new RemoveUserFromGroup("G", "bob"));
        Assert.Empty((await d.DoAsync(new ListGroupsForUser("bob"))).Items);
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-103", new RemoveUserFromGroup("G", "bob"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-103", new RemoveUserFromGroup("none", "bob"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-103", new RemoveUserFromGroup("G", "none"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-102", new AddUserToGroup("none", "bob"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-102", new AddUserToGroup("G", "none"));
    }

    [Fact]
    public async Task A_user_is_in_ten_groups_and_no_more() // ID-193, ID-102
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("bob"));
        for (var i = 0; i <= 10; i++)
        {
            await d.DoAsync(new CreateGroup($"g{i}"));
            if (i < 10)
            {
                await d.DoAsync(new AddUserToGroup($"g{i}", "bob"));
            }
        }

        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-193", new AddUserToGroup("g10", "bob"));
    }

    [Fact]
    public async Task The_quota_of_members_holds() // ID-194
    {
        var d = await NewAsync(With(Quota.UsersPerGroup, 1));
        await d.DoAsync(new CreateGroup("G"));
        await d.DoAsync(new CreateUser("a"));
        await d.DoAsync(new CreateUser("b"));
        await d.DoAsync(new AddUserToGroup("G", "a"));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-194", new AddUserToGroup("G", "b"));
    }

    [Fact]
    public async Task Moving_between_groups_is_one_step() // ID-104
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("bob"));
        foreach (var name in (string[])["a", "b", "c", "d"])
        {
            await d.DoAsync(new CreateGroup(name));
        }

        await d.DoAsync(new AddUserToGroup("a", "bob"));
        await d.DoAsync(new AddUserToGroup("b", "bob"));
        var revision = await d.Store.GetRevisionAsync(default);
        await d.DoAsync(new MoveUserBetweenGroups("bob", ["a", "b"], ["c", "d"]));
        Assert.Equal(revision + 1, await d.Store.GetRevisionAsync(default));
        Assert.Equal(["c", "d"], (await d.DoAsync(new ListGroupsForUser("bob"))).Items.Select(g => g.Name));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-103", new MoveUserBetweenGroups("bob", ["c", "a"], ["b"]));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-102", new MoveUserBetweenGroups("bob", ["c"], ["none"]));
    }

    [Fact]
    public async Task The_quota_of_memberships_is_checked_on_the_result_of_a_move() // ID-104, ID-193
    {
        var d = await NewAsync(With(Quota.GroupsPerUser, 1));
        await d.DoAsync(new CreateUser("bob"));
        foreach (var name in (string[])["a", "b", "c"])
        {
            await d.DoAsync(new CreateGroup(name));
        }

        await d.DoAsync(new AddUserToGroup("a", "bob"));
        await d.DoAsync(new MoveUserBetweenGroups("bob", ["a"], ["b"]));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-193", new MoveUserBetweenGroups("bob", ["b"], ["a", "c"]));
    }

    [Fact]
    public async Task Renaming_keeps_members_and_policies() // ID-100, ID-226
    {
        var d = await NewAsync();
        var before = await d.DoAsync(new CreateGroup("G"));
        await d.DoAsync(new CreateGroup("H"));
        await d.DoAsync(new CreateUser("bob"));
        await d.DoAsync(new AddUserToGroup("G", "bob"));
        await d.DoAsync(new PutGroupPolicy("G", "p", AllowRead));
        var after = await d.DoAsync(new UpdateGroup("G") { NewGroupName = "K", NewPath = "/k/" });
        Assert.Equal(before.Id, after.Id);
        Assert.Equal(Arn("group/k/K"), after.Arn);
        Assert.Single(after.InlinePolicies);
        Assert.Equal(["bob"], (await d.DoAsync(new GetGroup("K"))).Members.Items.Select(u => u.Name));
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-100", new UpdateGroup("K") { NewGroupName = "h" });
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-100", new UpdateGroup("G"));
    }

    [Fact]
    public async Task A_group_with_members_or_policies_is_not_deleted() // ID-101
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateGroup("G"));
        await d.DoAsync(new CreateUser("bob"));
        await d.DoAsync(new AddUserToGroup("G", "bob"));
        await d.DoAsync(new PutGroupPolicy("G", "p", AllowRead));
        await d.DoAsync(new AttachGroupPolicy("G", Administrator));
        Assert.Equal(3, (await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-101", new DeleteGroup("G"))).Details.Count);
        await d.DoAsync(new RemoveUserFromGroup("G", "bob"));
        await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-101", new DeleteGroup("G"));
        await d.DoAsync(new DeleteGroupPolicy("G", "p"));
        await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-101", new DeleteGroup("G"));
        await d.DoAsync(new DetachGroupPolicy("G", Administrator));
        await d.DoAsync(new DeleteGroup("G"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-101", new DeleteGroup("G"));
    }
}
