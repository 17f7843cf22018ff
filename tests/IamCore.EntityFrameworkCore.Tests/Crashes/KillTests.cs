using System.Globalization;
using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.EntityFrameworkCore.Tests.Processes;

namespace IamCore.EntityFrameworkCore.Tests.Crashes;

/// <summary>A process that commits in a loop is killed. <c>IAMCORE_CRASH_KILLS</c> says how often; starting it anew is what takes the time.</summary>
public abstract class KillTests(TestDatabase database) : IDisposable
{
    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("IAMCORE_CRASH_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 3;

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Killed_at_random_points_every_acknowledged_commit_is_there_and_none_is_half_there()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var place = database.NewPlace();
        await using (var store = ChildProcess.Open(place))
        {
            await store.StartAsync();
        }

        var acknowledged = new Dictionary<long, (string, long)>();
        for (var kill = 1; kill <= Kills; kill++)
        {
            await RunAndKillAsync(place, acknowledged, random.Next(1, 12), random.Next(0, 10));
            if (kill % 8 == 0 || kill == Kills)
            {
                await using var store = ChildProcess.Open(place);
                await CrashWriter.CheckAsync(store, [""], acknowledged, $"seed {seed}, kill {kill}");
            }
        }

        Assert.True(acknowledged.Count >= Kills);
    }

    private static async Task RunAndKillAsync(string place, Dictionary<long, (string Writer, long Value)> acknowledged, int commits, int milliseconds)
    {
        using var writer = ChildProcess.Start(CrashWriter.Command, place);
        var errors = writer.StandardError.ReadToEndAsync();
        for (var i = 0; i < commits; i++)
        {
            Note(await writer.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await errors));
        }

        await Task.Delay(milliseconds); // so that the kill falls anywhere into the commits that follow
        writer.Kill();
        await writer.WaitForExitAsync();
        while (await writer.StandardOutput.ReadLineAsync() is { } rest)
        {
            Note(rest);
        }

        // A line cut short by the kill is a number too small to be new. One writer: its values are the revisions.
        void Note(string line)
        {
            if (long.TryParse(line, CultureInfo.InvariantCulture, out var revision))
            {
                acknowledged.TryAdd(revision, ("", revision));
            }
        }
    }
}

public sealed class SqliteKillTests() : KillTests(new SqliteDatabase());

public sealed class PostgreSqlKillTests() : KillTests(new PostgreSqlDatabase());
