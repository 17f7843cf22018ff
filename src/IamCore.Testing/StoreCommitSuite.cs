using IamCore.Model;
using IamCore.Stores;
using Xunit;
using static IamCore.Testing.StoreSamples;

namespace IamCore.Testing;

#pragma warning disable CS1591 // the names of the tests state the requirements

/// <summary>
/// Requires that change sets succeed or fail as a whole, and that lost updates, duplicate names and lost references are refused.
/// </summary>
public abstract class StoreCommitSuite : StoreSuite
{
    [Fact]
    public async Task A_new_store_is_empty_and_at_revision_0()
    {
        var store = await CreateStoreAsync();
        Assert.Equal(0, await store.GetRevisionAsync(None));
        Assert.Null(await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(Here, "ann")), None));
        Assert.Equal(0, await store.CountAsync(new() { Kind = ObjectKind.User, Scope = Here.ToString() }, None));
    }

    [Fact]
    public async Task Every_kind_comes_back_as_it_was_put_in()
    {
        var store = await CreateStoreAsync();
        var objects = OneOfEach();
        var revision = await PutAsync(store, [.. objects]);
        foreach (var o in objects)
        {
            var found = await store.FindAsync(ObjectLocator.ByKey(o.Key), None);
            Assert.Equal(o with { Revision = revision }, found);
            foreach (var key in (IEnumerable<string>)o.UniqueKeys)
            {
                Assert.Equal(o.Key, (await store.FindAsync(ObjectLocator.ByUniqueKey(key), None))?.Key);
            }
        }

        Assert.Equal([.. Enum.GetValues<ObjectKind>().Except([ObjectKind.None, ObjectKind.PredefinedPolicy])], objects.Select(o => o.ObjectKind).Order());
    }

    [Fact]
    public async Task Each_commit_has_the_next_revision_and_marks_what_it_changed()
    {
        var store = await CreateStoreAsync();
        Assert.Equal(1, await PutAsync(store, User("ann"), User("bob")));
        Assert.Equal(2, await PutAsync(store, User("cleo")));
        Assert.Equal(2, await store.GetRevisionAsync(None));
        Assert.Equal(1, (await CurrentAsync(store, User("ann"))).Revision);
        Assert.Equal(2, (await CurrentAsync(store, User("cleo"))).Revision);
    }

    [Fact]
    public async Task An_empty_change_set_changes_nothing()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("ann"));
        var result = await store.CommitAsync(new ChangeSet { Unchanged = [new(User("ann").Key, 1)] }, None);
        Assert.Equal(CommitResult.Committed(1), result);
        Assert.Equal(1, await store.GetRevisionAsync(None));
    }

    [Fact]
    public async Task A_lost_update_is_refused()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("ann"));
        var read = await CurrentAsync(store, User("ann"));
        await PutAsync(store, read with { Kind = UserKind.Human });
        await RefusedAsync(store, CommitConflict.Revision, new() { Puts = [read with { Kind = UserKind.Workload }] });
        await RefusedAsync(store, CommitConflict.Revision, new() { Deletes = [new(read.Key, read.Revision)] });
        await RefusedAsync(store, CommitConflict.Revision, new() { Puts = [User("bob")], Unchanged = [new(read.Key, read.Revision)] });
        Assert.Equal(UserKind.Human, (await CurrentAsync(store, read)).Kind);
    }

    [Fact]
    public async Task Adding_what_is_there_and_changing_what_is_gone_are_refused()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("ann"));
        await RefusedAsync(store, CommitConflict.Revision, new() { Puts = [User("ann")] });
        await RefusedAsync(store, CommitConflict.Revision, new() { Puts = [User("bob") with { Revision = 1 }] });
        await RefusedAsync(store, CommitConflict.Revision, new() { Deletes = [new(User("bob").Key, 1)] });
        await RefusedAsync(store, CommitConflict.Revision, new() { Deletes = [new(User("bob").Key, 0)] });
        await RefusedAsync(store, CommitConflict.Revision, new() { Puts = [User("bob")], Unchanged = [new(User("cleo").Key, 1)] });
        await RefusedAsync(store, CommitConflict.Revision, new() { Puts = [User("bob")], Unchanged = [new(User("ann").Key, 0)] });
    }

    [Fact]
    public async Task A_name_is_given_once_whatever_its_letter_case_and_path()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("Ann"));
        await RefusedAsync(store, CommitConflict.UniqueKey, new() { Puts = [User("aNN", "/other/") with { Id = "AIDAOTHER" }] });
        await RefusedAsync(store, CommitConflict.UniqueKey, new() { Puts = [User("x") with { Name = "ANN" }, User("y")] });
        await PutAsync(store, User("ann", account: There), Group("ann"));
    }

    [Fact]
    public async Task A_name_is_free_again_after_a_rename_or_delete()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("ann"), User("bob"));
        var ann = await CurrentAsync(store, User("ann"));
        var bob = await CurrentAsync(store, User("bob"));
        await PutAsync(store, ann with { Name = "bob" }, bob with { Name = "ann" });
        Assert.Equal(bob.Key, (await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(Here, "ANN")), None))?.Key);
        var result = await store.CommitAsync(new() { Deletes = [new(ann.Key, 2)], Puts = [User("new") with { Name = "bob" }] }, None);
        Assert.True(result.IsCommitted);
        Assert.Equal(User("new").Key, (await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(Here, "bob")), None))?.Key);
    }

    [Fact]
    public async Task A_name_looked_up_in_vain_can_be_a_precondition()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("ann"));
        await RefusedAsync(store, CommitConflict.UniqueKey, new() { Puts = [User("bob")], Unclaimed = [DirectoryKeys.User(Here, "ANN")] });
        Assert.True((await store.CommitAsync(new() { Puts = [User("bob")], Unclaimed = [DirectoryKeys.User(Here, "bob")] }, None)).IsCommitted);
    }

    [Fact]
    public async Task A_reference_needs_its_target()
    {
        var store = await CreateStoreAsync();
        await RefusedAsync(store, CommitConflict.Reference, new() { Puts = [User("ann").In(Group("g"))] });
        await PutAsync(store, User("ann").In(Group("g")), Group("g"));
        await RefusedAsync(store, CommitConflict.Reference, new() { Deletes = [new(Group("g").Key, 1)] });
        var result = await store.CommitAsync(
            new() { Deletes = [new(Group("g").Key, 1)], Puts = [User("ann") with { Revision = 1 }] }, None);
        Assert.True(result.IsCommitted);
    }

    [Fact]
    public async Task A_target_can_go_with_all_that_refer_to_it()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("ann").In(Group("g")), Group("g"));
        var result = await store.CommitAsync(new() { Deletes = [new(Group("g").Key, 1), new(User("ann").Key, 1)] }, None);
        Assert.True(result.IsCommitted);
    }

    [Fact]
    public async Task A_weak_reference_needs_no_target()
    {
        var store = await CreateStoreAsync();
        var policy = new ObjectKey(ObjectKind.PredefinedPolicy, "AdministratorAccess");
        await PutAsync(store, User("ann") with { AttachedPolicies = [policy] });
        Assert.Equal([policy], (await CurrentAsync(store, User("ann"))).AttachedPolicies);
    }

    [Fact]
    public async Task A_count_is_not_exceeded()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("ann"), User("bob"), User("far", account: There), Group("g"));
        var limit = new CountLimit(ObjectKind.User, Here.ToString(), 2);
        await RefusedAsync(store, CommitConflict.Limit, new() { Puts = [User("cleo")], Limits = [limit] });
        var swap = new ChangeSet { Puts = [User("cleo")], Deletes = [new(User("ann").Key, 1)], Limits = [limit] };
        Assert.True((await store.CommitAsync(swap, None)).IsCommitted);
    }

    [Fact]
    public async Task A_count_can_be_of_those_that_refer_to_an_object()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, Group("g"), User("ann").In(Group("g")), User("bob"));
        var limit = new CountLimit(ObjectKind.User, Here.ToString(), 1, new(Relation.Member, Group("g").Key));
        await RefusedAsync(store, CommitConflict.Limit, new() { Puts = [User("cleo").In(Group("g"))], Limits = [limit] });
        Assert.True((await store.CommitAsync(new() { Puts = [User("cleo")], Limits = [limit] }, None)).IsCommitted);
    }

    [Fact]
    public async Task A_refused_change_set_leaves_nothing_behind()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("ann"), Group("g"));
        var half = new ChangeSet
        {
            Puts = [User("bob"), (await CurrentAsync(store, User("ann"))) with { Name = "zed" }, User("x") with { Groups = ["AGPANONE"] }],
            Deletes = [new(Group("g").Key, 1)],
        };
        await RefusedAsync(store, CommitConflict.Reference, half);
        Assert.NotNull(await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(Here, "ann")), None));
        Assert.Null(await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(Here, "zed")), None));
        Assert.Null(await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(Here, "bob")), None));
        Assert.NotNull(await store.FindAsync(ObjectLocator.ByKey(Group("g").Key), None));
    }

    private static async Task RefusedAsync(IDirectoryStore store, CommitConflict conflict, ChangeSet changes)
    {
        var before = await store.GetRevisionAsync(None);
        var result = await store.CommitAsync(changes, None);
        Assert.False(result.IsCommitted);
        Assert.Equal(conflict, result.Conflict);
        Assert.NotNull(result.Subject);
        Assert.Equal(before, await store.GetRevisionAsync(None));
    }
}
