using IamCore.Testing;

namespace IamCore.Tests.Stores;

public sealed class StoreSuiteTests
{
    [Theory]
    [InlineData("InMemoryDirectoryStore")]
    [InlineData("JsonFileDirectoryStore")]
    public void Each_store_is_held_to_every_suite(string store) =>
        Assert.Empty(StoreSuites.MissingFor(store, typeof(StoreSuiteTests).Assembly.GetTypes()));

    [Fact]
    public void A_store_that_derives_no_suite_lacks_all_of_them() =>
        Assert.Equal(StoreSuites.All, StoreSuites.MissingFor("NoSuchStore", typeof(StoreSuiteTests).Assembly.GetTypes()));

    [Fact]
    public void The_list_of_suites_is_complete() => Assert.Equal(
        typeof(StoreSuite).Assembly.GetTypes().Where(t => t.IsAbstract && t.IsSubclassOf(typeof(StoreSuite))).Select(t => t.Name).Order(StringComparer.Ordinal),
        StoreSuites.All.Select(t => t.Name).Order(StringComparer.Ordinal));
}
