using System.Globalization;
using IamCore.EntityFrameworkCore.Tests.Processes;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;

namespace IamCore.EntityFrameworkCore.Tests.Crashes;

/// <summary>Commits without end and says each acknowledged revision, to be killed at any moment.</summary>
internal static class CrashWriter
{
    public const string Command = "crash-writer";

    private static readonly AccountId Account = AccountId.Parse("111122223333");

    public static async Task RunAsync(string place)
    {
        await using var store = ChildProcess.Open(place);
        while (true)
        {
            if (await CommitAsync(store, "") is var (revision, _))
            {
                await Console.Out.WriteLineAsync(revision.ToString(CultureInfo.InvariantCulture));
                await Console.Out.FlushAsync();
            }
        }
    }

    /// <summary>
    /// Adds a user, whose id has the counter's next value, and raises the counter, a group whose path holds it: seen together or not at all. Gives the revision and the
    /// value; null where another writer was faster.
    /// </summary>
    public static async Task<(long Revision, long Value)?> CommitAsync(IDirectoryStore store, string writer)
    {
        var key = ObjectLocator.ByKey(ObjectKind.Group, $"AGPACOUNTER{writer}");
        var old = (IamGroup?)await store.FindAsync(key, CancellationToken.None);
        var value = ValueOf(old) + 1;
        var user = User(writer, value);
        var counter = new IamGroup
        {
            Id = key.Key.Id, Account = Account, Name = $"counter{writer}", Path = FormattableString.Invariant($"/{value}/"), Revision = old?.Revision ?? 0,
        };
        var result = await store.CommitAsync(new() { Puts = [user, counter] }, CancellationToken.None);
        return result.IsCommitted ? (result.Revision, value) : null;
    }

    /// <summary>Fails unless the database has every value up to the counter with its commit whole, the acknowledged ones among them, and the log tells each revision once.</summary>
    public static async Task CheckAsync(IDirectoryStore store, IEnumerable<string> writers, IReadOnlyDictionary<long, (string Writer, long Value)> acknowledged, string because)
    {
        var all = writers.ToList();
        long total = 0;
        var revisions = new HashSet<long>();
        foreach (var writer in all)
        {
            var counter = (IamGroup?)await store.FindAsync(ObjectLocator.ByKey(ObjectKind.Group, $"AGPACOUNTER{writer}"), CancellationToken.None);
            for (long value = 1; value <= ValueOf(counter); value++)
            {
                var user = await store.FindAsync(ObjectLocator.ByKey(User(writer, value).Key), CancellationToken.None);
                Assert.True(user is not null, $"{because}: user {writer}{value} is missing");
                Assert.True(revisions.Add(user.Revision), $"{because}: revision {user.Revision} is there twice");
                total++;
                if (value == ValueOf(counter))
                {
                    Assert.Equal(counter!.Revision, user.Revision);
                }
            }
        }

        foreach (var (revision, (writer, value)) in acknowledged)
        {
            var user = await store.FindAsync(ObjectLocator.ByKey(User(writer, value).Key), CancellationToken.None);
            Assert.True(user?.Revision == revision, $"{because}: revision {revision} was acknowledged for {writer}{value} and has {user?.Revision}");
        }

        Assert.Equal(total, await store.CountAsync(new() { Kind = ObjectKind.User, Scope = Account.ToString() }, CancellationToken.None));
        var last = await store.GetRevisionAsync(CancellationToken.None);
        Assert.Equal(revisions.Count, last);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        long told = 0;
        await foreach (var commit in store.WatchAsync(0, patience.Token))
        {
            Assert.Equal(++told, commit.Revision);
            Assert.Equal(2, commit.Changes.Count);
            if (told == last)
            {
                break;
            }
        }
    }

    private static long ValueOf(IamGroup? counter) => counter is null ? 0 : long.Parse(counter.Path.Trim('/'), CultureInfo.InvariantCulture);

    private static IamUser User(string writer, long value) => new()
    {
        Id = FormattableString.Invariant($"AIDA{writer}X{value}"), Account = Account, Name = FormattableString.Invariant($"u{writer}x{value}"),
    };
}
