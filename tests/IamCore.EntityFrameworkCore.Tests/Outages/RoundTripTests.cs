using IamCore.Authorization;
using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;

namespace IamCore.EntityFrameworkCore.Tests.Outages;

public sealed class RoundTripTests : IDisposable
{
    private const int Users = 40;
    private static readonly AccountId Account = AccountId.Parse("123456789012");

    /// <summary>The first poll, what the watch reads when it begins, and once more where the directory moved meanwhile: at any time, and no more.</summary>
    private const int Following = 3;

    private static readonly DatabaseStoreOptions Still = new()
    {
        PollInterval = TimeSpan.FromHours(1), ListenForHints = false, PollTimeout = TimeSpan.FromMinutes(2), CommandTimeout = TimeSpan.FromMinutes(2),
    };

    private readonly PostgreSqlDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task The_first_decision_for_a_principal_is_one_round_trip_and_the_next_is_none()
    {
        using var proxy = new TcpProxy(_database.NewPlace());
        await using var store = DatabaseDirectoryStore.OpenPostgreSql(proxy.Place, Still);
        var builder = new DirectoryBuilder().Organization("999999999999", o => o.AttachServiceControl("FullAWSAccess").Unit("Unit", ["FullAWSAccess"])).Account(account => account
            .Under("Unit", "FullAWSAccess")
            .Policy("Read", TestPolicies.Allow("docs:Read"))
            .Policy("Bound", TestPolicies.Allow("docs:*"))
            .Group("Readers", g => g.Attach("Read"))
            .User("first", u => u.In("Readers").Boundary("Bound")));
        await builder.CommitToAsync(store);
        var first = (IamUser)(await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(Account, "first")), default))!;
        await store.CommitAsync(new() { Puts = [.. Enumerable.Range(0, Users).Select(i => first with { Id = $"AIDAUSER{i}", Name = $"user{i}", Revision = 0 })] }, default);
        using var authorizer = new DirectoryAuthorizer(store, new() { Authorizer = new() { MaxStaleness = TimeSpan.FromHours(1) } });
        Assert.True((await AskAsync(authorizer, "first")).IsAllowed);

        var before = proxy.RoundTrips;
        for (var i = 0; i < Users; i++)
        {
            var each = proxy.RoundTrips;
            Assert.True((await AskAsync(authorizer, $"user{i}")).IsAllowed);
            Assert.True(proxy.RoundTrips > each);
        }

        Assert.InRange(proxy.RoundTrips - before, Users, Users + Following);
        for (var i = 0; i < Users; i++)
        {
            Assert.True((await AskAsync(authorizer, $"user{i}")).IsAllowed);
        }

        Assert.InRange(proxy.RoundTrips - before, Users, Users + Following);
    }

    private static async Task<AccessResult> AskAsync(DirectoryAuthorizer authorizer, string user) => await authorizer.AuthorizeAsync(new AccessQuestion(
        Principal.Parse($"arn:aws:iam::123456789012:user/{user}"), ActionName.Parse("docs:Read"), ResourceName.Parse("arn:app:docs::123456789012:document/1")));
}
