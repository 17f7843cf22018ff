using IamCore.Model;
using IamCore.Stores;
using Xunit;
using static IamCore.Testing.StoreSamples;

namespace IamCore.Testing;

#pragma warning disable CS1591 // the names of the tests state the requirements

/// <summary>Requires that loading returns everything to which the requested objects refer, and nothing else.</summary>
public abstract class StoreLoadSuite : StoreSuite
{
    [Fact]
    public async Task Loading_follows_references_to_their_end()
    {
        var store = await CreateStoreAsync();
        var all = OneOfEach();
        var revision = await PutAsync(store, [.. all, User("other").In((IamGroup)all.First(o => o is IamGroup))]);
        var user = all.OfType<IamUser>().Single();
        var account = all.OfType<IamAccount>().Single();
        var graph = await store.LoadAsync([ObjectLocator.ByUniqueKey(DirectoryKeys.User(Here, "USER")), ObjectLocator.ByKey(account.Key)], None);
        Assert.Equal(revision, graph.Revision);
        Assert.Equal([user.Key, account.Key], graph.Roots.Select(r => r!.Key));
        Assert.Equal(
            [.. all.Where(o => o is OrganizationNode or ControlPolicy or ManagedPolicy or IamGroup or IamUser).Select(o => o.Key.ToString()).Order(StringComparer.Ordinal)],
            graph.Objects.Select(o => o.Key.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(user with { Revision = revision }, graph.Find(user.Key));
    }

    [Fact]
    public async Task What_is_not_there_is_null_among_the_roots()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("ann"));
        var graph = await store.LoadAsync(
            [ObjectLocator.ByUniqueKey(DirectoryKeys.User(Here, "bob")), ObjectLocator.ByKey(User("ann").Key), ObjectLocator.ByKey(ObjectKind.Group, "AGPANONE")], None);
        Assert.Null(graph.Roots[0]);
        Assert.Equal(User("ann").Key, graph.Roots[1]?.Key);
        Assert.Null(graph.Roots[2]);
        Assert.Single(graph.Objects);
    }

    [Fact]
    public async Task The_same_object_asked_twice_is_there_once()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("ann"));
        var graph = await store.LoadAsync([ObjectLocator.ByKey(User("ann").Key), ObjectLocator.ByUniqueKey(DirectoryKeys.User(Here, "Ann"))], None);
        Assert.Equal(graph.Roots[0], graph.Roots[1]);
        Assert.Single(graph.Objects);
    }
}
