using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using IamCore.EntityFrameworkCore.Tests.Databases;
using Npgsql;

namespace IamCore.EntityFrameworkCore.Tests.Crashes;

public sealed class ServerRestartTests : IDisposable
{
    private static readonly string Script = Path.Combine(
        typeof(ServerRestartTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SolutionRoot").Value!, ".ci", "postgresql");

    /// <summary>A server of its own: others are not disturbed.</summary>
    private readonly DirectoryInfo _folder;

    public ServerRestartTests()
    {
        PostgreSqlDatabase.SkipWithoutServer();
        _folder = Directory.CreateTempSubdirectory("iamcore-postgresql-");
    }

    public void Dispose()
    {
        RunScript("stop", _folder.FullName, "immediate");
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Stopped_at_once_and_started_again_under_load_no_acknowledged_commit_is_lost()
    {
        const int Restarts = 4;
        string[] writers = ["a", "b", "c", "d"];
        var server = RunScript("start", _folder.FullName).Trim();
        await using var store = DatabaseDirectoryStore.OpenPostgreSql(
            new NpgsqlConnectionStringBuilder(server) { Timeout = 3 }.ToString(), new() { OutageTolerance = TimeSpan.Zero, PollInterval = TimeSpan.FromMilliseconds(200) });
        await store.StartAsync();
        var acknowledged = new ConcurrentDictionary<long, (string, long)>();
        var failures = 0;
        using var done = new CancellationTokenSource();
        var load = writers.Select(writer => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                try
                {
                    if (await CrashWriter.CommitAsync(store, writer) is var (revision, value))
                    {
                        Assert.True(acknowledged.TryAdd(revision, (writer, value)), $"Revision {revision} was given twice");
                    }
                }
                catch (DirectoryUnavailableException)
                {
                    Interlocked.Increment(ref failures);
                }
            }
        })).ToList();
        for (var i = 0; i < Restarts; i++)
        {
            var before = acknowledged.Count;
            await Task.WhenAny(Task.Run(async () =>
            {
                while (acknowledged.Count < before + 20)
                {
                    await Task.Delay(10);
                }
            }), Task.WhenAll(load));
            RunScript("stop", _folder.FullName, "immediate");
            RunScript("start", _folder.FullName);
        }

        await done.CancelAsync();
        await Task.WhenAll(load);
        Assert.True(acknowledged.Count >= Restarts * 20);
        await using var fresh = DatabaseDirectoryStore.OpenPostgreSql(server); // the other may still take the database for away
        await CrashWriter.CheckAsync(fresh, writers, acknowledged, $"{failures} commits failed");
    }

    private static string RunScript(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Script, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
        return output;
    }
}
