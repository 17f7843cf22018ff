using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.Policies;
using IamCore.Testing;

namespace IamCore.EntityFrameworkCore.Tests.Outages;

[RequiresPostgreSql]
public sealed class RoundTripTests : IDisposable
{
    private static readonly DatabaseStoreOptions Still = new() { PollInterval = TimeSpan.FromHours(1), ListenForHints = false };

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
            .User("first", u => u.In("Readers").Boundary("Bound"))
            .User("second", u => u.In("Readers").Boundary("Bound")));
        await builder.CommitToAsync(store);
        using var authorizer = new Authorizer(store, new AuthorizerOptions { MaxStaleness = TimeSpan.FromHours(1) });
        Assert.True((await AskAsync(authorizer, "first")).IsAllowed);
        await Task.Delay(300); // the watch, which began with the first decision, has read what there is

        var before = proxy.RoundTrips;
        Assert.True((await AskAsync(authorizer, "second")).IsAllowed);
        Assert.Equal(before + 1, proxy.RoundTrips);
        Assert.True((await AskAsync(authorizer, "second")).IsAllowed);
        Assert.Equal(before + 1, proxy.RoundTrips);
    }

    private static async Task<AccessResult> AskAsync(Authorizer authorizer, string user) => await authorizer.AuthorizeAsync(new AccessQuestion(
        Principal.Parse($"arn:aws:iam::123456789012:user/{user}"), ActionName.Parse("docs:Read"), ResourceName.Parse("arn:app:docs::123456789012:document/1")));
}
