using System.Diagnostics;
using System.Globalization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Stores.Json;

namespace IamCore.Tests.Stores;

/// <summary>A process that commits without end and says each acknowledged revision, to be killed at any moment.</summary>
internal static class CrashWriter
{
    public const string Command = "crash-writer";

    private static readonly AccountId Account = AccountId.Parse("111122223333");

    /// <summary>Each commit adds one user and notes its own revision in a group: the two must always be seen together.</summary>
    public static async Task RunAsync(string path)
    {
        using var store = JsonFileDirectoryStore.Open(path, new() { PollInterval = Timeout.InfiniteTimeSpan });
        while (true)
        {
            var next = await store.GetRevisionAsync(CancellationToken.None) + 1;
            var old = (IamGroup?)await store.FindAsync(ObjectLocator.ByKey(ObjectKind.Group, "AGPACOUNTER"), CancellationToken.None);
            var result = await store.CommitAsync(new() { Puts = [User(next), Counter(next) with { Revision = old?.Revision ?? 0 }] }, CancellationToken.None);
            if (result.Revision != next)
            {
                throw new InvalidOperationException($"{result.Conflict}: {result.Subject}");
            }

            await Console.Out.WriteLineAsync(next.ToString(CultureInfo.InvariantCulture));
            await Console.Out.FlushAsync();
        }
    }

    public static IamUser User(long i) => new() { Id = FormattableString.Invariant($"AIDA{i}"), Account = Account, Name = FormattableString.Invariant($"u{i}") };

    public static IamGroup Counter(long i) => new()
    {
        Id = "AGPACOUNTER", Account = Account, Name = "counter", Path = FormattableString.Invariant($"/{i}/"),
    };

    public static Process Start(string path) => Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
    {
        ArgumentList = { typeof(CrashWriter).Assembly.Location, Command, path },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;
}
