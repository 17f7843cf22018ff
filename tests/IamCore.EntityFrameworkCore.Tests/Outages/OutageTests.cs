using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IamCore.EntityFrameworkCore.Tests.Outages;

public sealed class OutageTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly LeapingClock _clock = new();
    private readonly PostgreSqlDatabase _database = new();
    private readonly DatabaseStoreOptions _options;
    private readonly TcpProxy _proxy;
    private readonly ServiceProvider _services;

    public OutageTests()
    {
        _proxy = new TcpProxy(_database.NewPlace());
        _options = new()
        {
            PollInterval = TimeSpan.FromMilliseconds(100), PollTimeout = TimeSpan.FromSeconds(2), OutageTolerance = TimeSpan.FromHours(1), TimeProvider = _clock,
        };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddIamCore(options => options.MaxStaleness = TimeSpan.FromMilliseconds(200)).UsePostgreSql(_proxy.Place, _options);
        services.AddHealthChecks().AddIamCoreDatabase();
        _services = services.BuildServiceProvider();
    }

    public void Dispose()
    {
        _services.DisposeAsync().AsTask().GetAwaiter().GetResult(); // until nothing asks the database any more: its files are deleted next
        _proxy.Dispose();
        _database.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_the_database_is_away_decisions_go_on_for_the_time_allowed_then_fail_and_recover_by_themselves(bool isSilent)
    {
        await DirectoryOf("ann", "bob").CommitToAsync(_services.GetRequiredService<DatabaseDirectoryStore>());
        Assert.True((await AskAsync("ann")).IsAllowed);
        await UntilAsync(async () => await HealthAsync() == HealthStatus.Healthy);

        if (isSilent)
        {
            _proxy.Swallow();
        }
        else
        {
            _proxy.GoDown();
        }

        Assert.True((await AskAsync("ann")).IsAllowed);
        Assert.Equal(HealthStatus.Degraded, await HealthAsync());
        var unseen = await Assert.ThrowsAsync<DirectoryUnavailableException>(() => AskAsync("bob"));
        Assert.Contains("does not answer", unseen.Message, StringComparison.Ordinal);
        Assert.True((await AskAsync("ann")).IsAllowed);

        _clock.Leap(_options.OutageTolerance);
        var late = await Assert.ThrowsAsync<DirectoryUnavailableException>(() => AskAsync("ann"));
        Assert.Contains("has not answered for", late.Message, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync());

        _proxy.GoUp();
        await UntilAsync(async () => await Record.ExceptionAsync(() => AskAsync("ann")) is null);
        await UntilAsync(async () => await HealthAsync() == HealthStatus.Healthy);
        await UntilAsync(async () => await Record.ExceptionAsync(() => AskAsync("bob")) is null);
        Assert.True((await AskAsync("bob")).IsAllowed);
    }

    [Fact]
    public async Task A_commit_whose_connections_break_is_made_once_or_not_at_all()
    {
        var store = _services.GetRequiredService<DatabaseDirectoryStore>();
        await DirectoryOf("ann").CommitToAsync(store);
        var acknowledged = new List<(string Id, long Revision)>();
        for (var i = 0; i < 80; i++)
        {
            _proxy.BreakAt(1 + (i % 20));
            var user = new IamUser { Id = FormattableString.Invariant($"AIDA{i}"), Account = AccountId.Parse("123456789012"), Name = FormattableString.Invariant($"u{i}") };
            try
            {
                var result = await store.CommitAsync(new() { Puts = [user] }, default);
                Assert.True(result.IsCommitted, $"{result.Conflict}: {result.Subject}"); // nobody else writes: a conflict would be with itself
                acknowledged.Add((user.Id, result.Revision));
            }
            catch (DirectoryUnavailableException)
            {
                // given up: made or not
            }
        }

        Assert.True(acknowledged.Count >= 60, $"{acknowledged.Count} were acknowledged");
        foreach (var (id, revision) in acknowledged)
        {
            Assert.Equal(revision, (await store.FindAsync(ObjectLocator.ByKey(ObjectKind.User, id), default))?.Revision);
        }

        Assert.Equal(acknowledged.Count, acknowledged.Select(a => a.Revision).Distinct().Count());
    }

    private static DirectoryBuilder DirectoryOf(params string[] users) => new DirectoryBuilder().Account(account =>
    {
        foreach (var user in users)
        {
            account.User(user, u => u.Inline("Read", TestPolicies.Allow("docs:Read")));
        }
    });

    private async Task<AccessResult> AskAsync(string user) => await _services.GetRequiredService<IAuthorizer>().AuthorizeAsync(new AccessQuestion(
        Principal.Parse($"arn:aws:iam::123456789012:user/{user}"), ActionName.Parse("docs:Read"), ResourceName.Parse("arn:app:docs::123456789012:document/1")));

    private async Task<HealthStatus> HealthAsync() => (await _services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status;

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
