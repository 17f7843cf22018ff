using IamCore.Administration.Accounts;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Model;
using IamCore.Policies;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

public sealed class UserTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_new_user_has_exactly_the_given_data_and_no_permissions() // ID-080, ID-082, ID-083
    {
        var d = await NewAsync();
        var boundary = await d.PolicyAsync("Limit");
        var user = await d.DoAsync(new CreateUser("Bob.Smith+x=1,@-_")
        {
            Path = "/division_abc/sub/", PermissionsBoundary = boundary, Kind = UserKind.Human, Tags = [new("b", "2"), new("A", "")],
        });
        Assert.Equal($"arn:aws:iam::{Here}:user/division_abc/sub/Bob.Smith+x=1,@-_", user.Arn);
        Assert.Matches("^AIDA[A-Z2-7]{17}$", user.Id);
        Assert.Equal(Now, user.CreateDate);
        Assert.Equal([new Tag("A", ""), new Tag("b", "2")], user.Tags);
        Assert.Empty(user.Groups);
        Assert.Empty(user.AttachedPolicies);
        Assert.Empty(user.InlinePolicies);
        Assert.Equal(await d.Store.GetRevisionAsync(default), user.Revision);
        var read = await d.DoAsync(new GetUser("bob.smith+X=1,@-_")); // in any letter case: ID-059
        Assert.Equal(user, read.User);
        Assert.Equal(boundary, read.PermissionsBoundary);
        Assert.Equal((user.Id, user.Arn), (read.UserId, read.Arn));
    }

    [Fact]
    public async Task Names_are_unique_in_an_account_without_regard_to_case_and_path() // ID-043, ID-059, ID-060
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("Bob") { Path = "/a/" });
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-083", new CreateUser("bOB") { Path = "/b/" });
        await d.DoAsync(new CreateGroup("bob"));
        await d.DoAsync(new CreateRole("bob", Trust(Here)));
        var other = await d.Directory.Instance.ExecuteAsync(new CreateAccount("Other", "other@example.com"));
        await d.Directory.ForAccount(other.AccountId).ExecuteAsync(new CreateUser("bob"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("bob\n")]
    [InlineData("bób")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")] // 65
    public async Task A_name_of_another_form_is_refused(string name) => // ID-004, ID-043, ID-058
        await (await NewAsync()).RefusedAsync(IamErrorCode.ValidationError, "ID-043", new CreateUser(name));

    [Theory]
    [InlineData("")]
    [InlineData("a/")]
    [InlineData("/a")]
    [InlineData("//")]
    [InlineData("/a b/")]
    [InlineData("/\u007f/")]
    [InlineData("/é/")]
    public async Task A_path_of_another_form_is_refused(string path) => // ID-053
        await (await NewAsync()).RefusedAsync(IamErrorCode.ValidationError, "ID-053", new CreateUser("bob") { Path = path });

    [Fact]
    public async Task A_path_may_have_512_characters_and_no_more() // ID-053
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("a") { Path = $"/{new string('!', 510)}/" });
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-053", new CreateUser("b") { Path = $"/{new string('!', 511)}/" });
    }

    [Fact]
    public async Task All_wrong_parameters_are_told_at_once_and_without_their_values() // ID-263, ID-264
    {
        var d = await NewAsync();
        var error = await d.RefusedAsync(IamErrorCode.ValidationError, "ID-043", new CreateUser("my secret") { Path = "x", Tags = [new("?", "")] });
        Assert.Equal(["UserName", "Path", "Tags.1.Key"], error.Details.Select(x => x.Subject));
        Assert.StartsWith("3 validation errors detected: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Equal(400, error.HttpStatusCode);
        Assert.Equal("ValidationError", error.Code);
    }

    [Fact]
    public async Task The_quota_of_users_holds() // ID-183, ID-182
    {
        var d = await NewAsync(With(Quota.UsersPerAccount, 2));
        await d.DoAsync(new CreateUser("a"));
        await d.DoAsync(new CreateUser("b"));
        var error = await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-183", new CreateUser("c"));
        Assert.Equal("Cannot exceed quota for UsersPerAccount: 2", error.Message);
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-083", new CreateUser("A")); // before the quota
        await d.DoAsync(new DeleteUser("a"));
        await d.DoAsync(new CreateUser("c"));
    }

    [Fact]
    public async Task A_boundary_must_exist_and_be_attachable() // ID-083
    {
        var d = await NewAsync();
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-083", new CreateUser("bob") { PermissionsBoundary = Arn("policy/None") });
        await d.RefusedAsync(IamErrorCode.PolicyNotAttachable, "ID-083", new CreateUser("bob") { PermissionsBoundary = RootTask });
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-162", new CreateUser("bob") { PermissionsBoundary = "nonsense" });
    }

    [Fact]
    public async Task A_user_that_is_not_there_is_not_found()
    {
        var d = await NewAsync();
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-085", new GetUser("bob"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-087", new UpdateUser("bob") { NewPath = "/x/" });
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-088", new DeleteUser("bob"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-099", new ListGroupsForUser("bob"));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-243", new GetUser()); // the trusted façade has no caller
    }

    [Fact]
    public async Task Renaming_and_moving_keeps_the_id_and_all_that_hangs_on_it() // ID-087, ID-223, ID-156, ID-066
    {
        var d = await NewAsync();
        var policy = await d.PolicyAsync("P");
        await d.DoAsync(new CreateGroup("G"));
        var before = await d.DoAsync(new CreateUser("bob") { Tags = [new("a", "b")] });
        await d.DoAsync(new AddUserToGroup("G", "bob"));
        await d.DoAsync(new AttachUserPolicy("bob", policy));
        await d.DoAsync(new PutUserPolicy("bob", "inline", AllowRead));
        var after = await d.DoAsync(new UpdateUser("bob") { NewUserName = "robert", NewPath = "/x/" });
        Assert.Equal(before.Id, after.Id);
        Assert.Equal(Arn("user/x/robert"), after.Arn);
        Assert.Single(after.Groups);
        Assert.Single(after.AttachedPolicies);
        Assert.Single(after.InlinePolicies);
        Assert.Equal(before.Tags, after.Tags);
        Assert.Equal(["robert"], (await d.DoAsync(new GetGroup("G"))).Members.Items.Select(m => m.Name));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-085", new GetUser("bob"));
        await d.DoAsync(new CreateUser("bob"));
    }

    [Fact]
    public async Task A_name_of_another_user_cannot_be_taken_but_the_own_may_change_its_letter_case() // ID-087
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("bob"));
        await d.DoAsync(new CreateUser("ann"));
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-087", new UpdateUser("bob") { NewUserName = "ANN" });
        Assert.Equal("BOB", (await d.DoAsync(new UpdateUser("bob") { NewUserName = "BOB" })).Name);
        var before = await d.DumpAsync();
        await d.DoAsync(new UpdateUser("bob"));
        Assert.Equal(before, await d.DumpAsync()); // neither value given: nothing changes
    }

    [Fact]
    public async Task A_user_with_anything_left_is_not_deleted_and_all_of_it_is_told() // ID-088, ID-089
    {
        var d = await NewAsync();
        var policy = await d.PolicyAsync("P");
        await d.DoAsync(new CreateUser("bob") { PermissionsBoundary = policy, Tags = [new("a", "b")] });
        await d.DoAsync(new CreateGroup("G"));
        await d.DoAsync(new AddUserToGroup("G", "bob"));
        var error = await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-088", new DeleteUser("bob"));
        Assert.Equal("Cannot delete entity, must remove users from group first.", error.Message);
        await d.DoAsync(new AttachUserPolicy("bob", policy));
        error = await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-088", new DeleteUser("bob"));
        Assert.Equal("Cannot delete entity, must detach all policies first.", error.Message);
        await d.DoAsync(new PutUserPolicy("bob", "inline", AllowRead));
        error = await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-088", new DeleteUser("bob"));
        Assert.Equal("Cannot delete entity, must delete policies first.", error.Message);
        Assert.Equal(3, error.Details.Count);
        await d.DoAsync(new DeleteUserPolicy("bob", "inline"));
        await d.DoAsync(new DetachUserPolicy("bob", policy));
        await d.DoAsync(new RemoveUserFromGroup("G", "bob"));
        await d.DoAsync(new DeleteUser("bob")); // tags and boundary do not block
        await d.DoAsync(new DeletePolicy(policy));
    }

    [Fact]
    public async Task A_re_created_user_has_another_id() // ID-066, ID-229
    {
        var d = await NewAsync();
        var first = await d.DoAsync(new CreateUser("bob"));
        await d.DoAsync(new DeleteUser("bob"));
        Assert.NotEqual(first.Id, (await d.DoAsync(new CreateUser("bob"))).Id);
    }

    [Fact]
    public async Task An_expected_revision_that_is_not_the_current_one_is_refused() // ID-258
    {
        var d = await NewAsync();
        var bob = await d.DoAsync(new CreateUser("bob"));
        var moved = await d.DoAsync(new UpdateUser("bob") { NewPath = "/x/", ExpectedRevision = bob.Revision });
        Assert.True(moved.Revision > bob.Revision);
        await d.RefusedAsync(IamErrorCode.ConcurrentModification, "ID-258", new UpdateUser("bob") { NewPath = "/y/", ExpectedRevision = bob.Revision });
        await d.RefusedAsync(IamErrorCode.ConcurrentModification, "ID-258", new DeleteUser("bob") { ExpectedRevision = bob.Revision });
    }

    [Fact]
    public async Task A_name_raced_for_gives_one_success_and_the_others_EntityAlreadyExists() // ID-258
    {
        var d = await NewAsync();
        var codes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            // Two directories on one store stand for two processes.
            var directory = new IamDirectory(d.Store);
            try
            {
                await directory.ForAccount(AccountId.Parse(Here)).ExecuteAsync(new CreateUser(i % 2 == 0 ? "bob" : "BOB"));
                return "ok";
            }
            catch (IamException e)
            {
                return e.Code;
            }
        })));
        Assert.Equal(1, codes.Count(c => c == "ok"));
        Assert.Equal(15, codes.Count(c => c == "EntityAlreadyExists"));
    }

    [Fact]
    public async Task Users_are_listed_by_name_page_by_page() // ID-265, ID-086
    {
        var d = await NewAsync();
        foreach (var name in (string[])["dan", "Ann", "cleo", "bob", "Eve"])
        {
            await d.DoAsync(new CreateUser(name) { Path = name == "bob" ? "/x/" : "/" });
        }

        var first = await d.DoAsync(new ListUsers { MaxItems = 2 });
        Assert.Equal(["Ann", "bob"], first.Items.Select(u => u.Name));
        Assert.True(first.IsTruncated);
        Assert.InRange(first.Marker!.Length, 1, 320);
        await d.DoAsync(new DeleteUser("bob"));
        await d.DoAsync(new CreateUser("aaa"));
        var second = await d.DoAsync(new ListUsers { MaxItems = 2, Marker = first.Marker });
        Assert.Equal(["cleo", "dan"], second.Items.Select(u => u.Name));
        var third = await d.DoAsync(new ListUsers { MaxItems = 2, Marker = second.Marker });
        Assert.Equal(["Eve"], third.Items.Select(u => u.Name));
        Assert.False(third.IsTruncated);
    }

    [Fact]
    public async Task A_path_prefix_narrows_the_list() // ID-055, ID-062
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("a") { Path = "/div/" });
        await d.DoAsync(new CreateUser("b") { Path = "/div/sub/" });
        await d.DoAsync(new CreateUser("c"));
        Assert.Equal(["a", "b"], (await d.DoAsync(new ListUsers { PathPrefix = "/div" })).Items.Select(u => u.Name));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-055", new ListUsers { PathPrefix = "div" });
    }

    [Fact]
    public async Task An_unknown_or_foreign_marker_is_refused() // ID-265
    {
        var d = await NewAsync();
        for (var i = 0; i < 3; i++)
        {
            await d.DoAsync(new CreateUser($"u{i}"));
            await d.DoAsync(new CreateGroup($"g{i}"));
        }

        var marker = (await d.DoAsync(new ListUsers { MaxItems = 1 })).Marker;
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-265", new ListGroups { Marker = marker });
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-265", new ListUsers { Marker = marker, PathPrefix = "/x" });
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-265", new ListUsers { Marker = "made up" });
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-265", new ListUsers { Marker = "AAAA" });
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-265", new ListUsers { Marker = new('A', 321) });
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-265", new ListUsers { MaxItems = 0 });
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-265", new ListUsers { MaxItems = 1001 });
    }
}
