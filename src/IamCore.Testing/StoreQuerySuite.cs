using IamCore.Model;
using IamCore.Stores;
using Xunit;
using static IamCore.Testing.StoreSamples;

namespace IamCore.Testing;

#pragma warning disable CS1591 // the names of the tests state the requirements

/// <summary>
/// Requires that lists are ordered, paged and filtered, and list nothing twice when objects are added or removed between pages.
/// </summary>
public abstract class StoreQuerySuite : StoreSuite
{
    private static readonly ObjectQuery Users = new() { Kind = ObjectKind.User, Scope = Here.ToString() };

    [Fact]
    public async Task A_list_has_the_objects_of_one_kind_and_scope_by_folded_name()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("b"), User("A"), User("C"), User("_"), User("a", account: There), Group("a"));
        Assert.Equal(["_", "A", "b", "C"], await NamesAsync(store, Users));
        Assert.Equal(4, await store.CountAsync(Users, None));
    }

    [Fact]
    public async Task Pages_together_are_the_list()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, [.. Enumerable.Range(0, 25).Select(i => User(FormattableString.Invariant($"u{i:00}")))]);
        var names = new List<string>();
        var query = Users with { Limit = 10 };
        for (var pages = 1; ; pages++)
        {
            var page = await store.ListAsync(query, None);
            Assert.True(page.Items.Count <= 10);
            names.AddRange(page.Items.Select(o => o.ListName));
            if (page.Next is null)
            {
                Assert.InRange(pages, 3, 26);
                break;
            }

            query = query with { After = page.Next };
        }

        Assert.Equal([.. Enumerable.Range(0, 25).Select(i => FormattableString.Invariant($"u{i:00}"))], names);
    }

    [Fact]
    public async Task A_place_stays_a_place_when_objects_come_and_go()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("b"), User("d"), User("f"));
        var page = await store.ListAsync(Users with { Limit = 2 }, None);
        await store.CommitAsync(new() { Deletes = [new(User("d").Key, 1)], Puts = [User("a"), User("c"), User("e")] }, None);
        Assert.Equal(["e", "f"], await NamesAsync(store, Users with { After = page.Next }));
    }

    [Fact]
    public async Task A_path_prefix_narrows_and_is_case_sensitive()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("a", "/div/"), User("b", "/div/x/"), User("c", "/Div/"), User("d", "/divx/"), User("e"));
        Assert.Equal(["a", "b"], await NamesAsync(store, Users with { PathPrefix = "/div/" }));
        Assert.Equal(["a", "b", "d"], await NamesAsync(store, Users with { PathPrefix = "/div" }));
        Assert.Equal(2, await store.CountAsync(Users with { PathPrefix = "/div/" }, None));
        Assert.Empty(await NamesAsync(store, Users with { PathPrefix = "/%/" }));
    }

    [Fact]
    public async Task Those_that_refer_to_an_object_are_found()
    {
        var store = await CreateStoreAsync();
        var predefined = new ObjectKey(ObjectKind.PredefinedPolicy, "Any");
        await PutAsync(
            store, Group("g"), Policy("p"), User("a").In(Group("g")).With(Policy("p")), User("b").In(Group("g")),
            User("c") with { AttachedPolicies = [predefined] }, User("d").With(Policy("p")), Group("h").With(Policy("p")));
        Assert.Equal(["a", "b"], await NamesAsync(store, Users with { RefersTo = new(Relation.Member, Group("g").Key) }));
        Assert.Equal(["a", "d"], await NamesAsync(store, Users with { RefersTo = new(Relation.AttachedPolicy, Policy("p").Key) }));
        Assert.Equal(["c"], await NamesAsync(store, Users with { RefersTo = new(Relation.AttachedPolicy, predefined, IsWeak: true) }));
        Assert.Empty(await NamesAsync(store, Users with { RefersTo = new(Relation.PermissionsBoundary, Policy("p").Key) }));
        Assert.Equal(1, await store.CountAsync(new() { Kind = ObjectKind.Group, Scope = Here.ToString(), RefersTo = new(Relation.AttachedPolicy, Policy("p").Key) }, None));
    }

    [Fact]
    public async Task References_follow_changes()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, Group("g"), Group("h"), User("a").In(Group("g")));
        await PutAsync(store, (await CurrentAsync(store, User("a"))).In(Group("h")) with { Name = "z" });
        Assert.Empty(await NamesAsync(store, Users with { RefersTo = new(Relation.Member, Group("g").Key) }));
        Assert.Equal(["z"], await NamesAsync(store, Users with { RefersTo = new(Relation.Member, Group("h").Key) }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ObjectQuery.MaxLimit + 1)]
    public async Task A_page_of_no_objects_or_too_many_is_refused(int limit)
    {
        var store = await CreateStoreAsync();
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await store.ListAsync(Users with { Limit = limit }, None));
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(IDirectoryStore store, ObjectQuery query) =>
        [.. (await store.ListAsync(query, None)).Items.Select(o => o.ListName)];
}
