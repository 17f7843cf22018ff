using IamCore.Authorization;
using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IamCore.EntityFrameworkCore.Tests.Hosting;

public abstract class LastAccessTests(TestDatabase database) : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Than the clock leaps while a question is under way.</summary>
    private static readonly TimeSpan Longer = TimeSpan.FromDays(20);

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_accessed_is_known_after_a_restart()
    {
        var place = database.NewPlace();
        var clock = new FakeTimeProvider(Start);
        var options = new DatabaseStoreOptions { TimeProvider = clock, PollInterval = Longer, PollTimeout = Longer, CommandTimeout = Longer };
        var store = database.Open(place, options);
        await new DirectoryBuilder().Account(a => a.User("ann", u => u.Inline("Read", TestPolicies.Allow("docs:Read")))).CommitToAsync(store);
        var ann = (await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(AccountId.Parse("123456789012"), "ann")), default))!.Key;
        using (DirectoryAuthorizer authorizer = new DirectoryAuthorizer(store, new() { TimeProvider = clock }))
        {
            await AskAsync(authorizer, "docs:Read");
            await AskAsync(authorizer, "docs:Write");
            clock.Advance(TimeSpan.FromMinutes(2));
            Assert.Equal(2, await store.LastAccess.SaveAsync(authorizer.LastAccessed, default));
            clock.Advance(TimeSpan.FromHours(1));
            await AskAsync(authorizer, "docs:Write");
            Assert.Equal(1, await store.LastAccess.SaveAsync(authorizer.LastAccessed, default));
        }

        await store.DisposeAsync();
        var later = database.Open(place, options);
        using var other = new DirectoryAuthorizer(later, new() { TimeProvider = clock });
        Assert.Equal(2, await later.LastAccess.RestoreAsync(other.LastAccessed, 100, default));
        Assert.Equal(
            [("docs:Write", Start.AddMinutes(62)), ("docs:Read", Start)],
            ((IEnumerable<LastAccess>)other.LastAccessed.Find(ann, clock.GetUtcNow())).Select(a => (a.Action.ToString(), a.Time)));
        clock.Advance(LastAccessed.TrackingPeriod + TimeSpan.FromHours(1));
        Assert.Equal(0, await later.LastAccess.RestoreAsync(other.LastAccessed, 100, default)); // too old to report
    }

    [Fact]
    public async Task A_host_that_starts_makes_the_tables_and_saves_when_it_stops()
    {
        var place = database.NewPlace();
        var services = new ServiceCollection();
        services.AddLogging();
        var builder = services.AddIamCore();
        builder = place.StartsWith("Data Source", StringComparison.Ordinal) ? builder.UseSqlite(place) : builder.UsePostgreSql(place);
        Assert.NotNull(builder);
        await using (var provider = services.BuildServiceProvider())
        {
            var hosted = provider.GetServices<IHostedService>().ToList();
            await Task.WhenAll(hosted.Select(h => h.StartAsync(default)));
            var store = provider.GetRequiredService<IDirectoryStore>();
            Assert.IsType<DatabaseDirectoryStore>(store);
            await new DirectoryBuilder().Account(a => a.User("ann", u => u.Inline("Read", TestPolicies.Allow("docs:Read")))).CommitToAsync(store);
            Assert.True((await AskAsync(provider.GetRequiredService<IAuthorizer>(), "docs:Read")).IsAllowed);
            await Task.WhenAll(hosted.Select(h => h.StopAsync(default)));
        }

        var later = database.Open(place);
        using var other = new DirectoryAuthorizer(later);
        Assert.Equal(1, await later.LastAccess.RestoreAsync(other.LastAccessed, 100, default));
    }

    private static async Task<AccessResult> AskAsync(IAuthorizer authorizer, string action) => await authorizer.AuthorizeAsync(new AccessQuestion(
        Principal.Parse("arn:aws:iam::123456789012:user/ann"), ActionName.Parse(action), ResourceName.Parse("arn:app:docs::123456789012:document/1")));
}

public sealed class SqliteLastAccessTests() : LastAccessTests(new SqliteDatabase());

public sealed class PostgreSqlLastAccessTests() : LastAccessTests(new PostgreSqlDatabase());
