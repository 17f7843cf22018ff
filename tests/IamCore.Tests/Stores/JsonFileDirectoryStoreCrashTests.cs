using System.Globalization;
using IamCore.Model;
using IamCore.Stores;
using IamCore.Stores.Json;

namespace IamCore.Tests.Stores;

public sealed class JsonFileDirectoryStoreCrashTests : IDisposable
{
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Killed_at_random_points_of_200_commits_it_reopens_with_every_acknowledged_commit_and_none_half_written()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var path = _files.NewPath();
        long acknowledged = 0;
        var kills = 0;
        while (acknowledged < 200)
        {
            acknowledged = Math.Max(acknowledged, await RunAndKillAsync(path, acknowledged + random.Next(1, 30), random.Next(0, 8)));
            kills++;
            Check(path, acknowledged, $"seed {seed}, kill {kills}");
        }

        Assert.True(kills > 0); // how many fit into 200 commits is the machine's speed
    }

    private static async Task<long> RunAndKillAsync(string path, long until, int milliseconds)
    {
        using var writer = CrashWriter.Start(path);
        var errors = writer.StandardError.ReadToEndAsync();
        long last = 0;
        while (last < until)
        {
            var line = await writer.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await errors);
            last = long.Parse(line, CultureInfo.InvariantCulture);
        }

        await Task.Delay(milliseconds); // so that the kill falls anywhere into the commits that follow
        writer.Kill();
        await writer.WaitForExitAsync();
        while (await writer.StandardOutput.ReadLineAsync() is { } rest)
        {
            // A line cut short by the kill was not yet told.
            last = long.TryParse(rest, CultureInfo.InvariantCulture, out var more) && more == last + 1 ? more : last;
        }

        return last;
    }

    private static void Check(string path, long acknowledged, string because)
    {
        using var store = JsonFileDirectoryStore.Open(path, new() { PollInterval = Timeout.InfiniteTimeSpan });
        var revision = store.GetRevisionAsync(default).AsTask().GetAwaiter().GetResult();
        Assert.True(revision >= acknowledged, $"{because}: revision {revision} after {acknowledged} was acknowledged");
        Assert.True(revision <= acknowledged + 1000, because);
        var counter = store.FindAsync(ObjectLocator.ByKey(ObjectKind.Group, "AGPACOUNTER"), default).AsTask().GetAwaiter().GetResult();
        Assert.Equal(CrashWriter.Counter(revision) with { Revision = revision }, counter);
        for (long i = 1; i <= revision; i++)
        {
            var user = store.FindAsync(ObjectLocator.ByKey(CrashWriter.User(i).Key), default).AsTask().GetAwaiter().GetResult();
            Assert.Equal(CrashWriter.User(i) with { Revision = i }, user);
        }

        Assert.Equal(revision, store.CountAsync(new() { Kind = ObjectKind.User, Scope = "111122223333" }, default).AsTask().GetAwaiter().GetResult());
    }
}
