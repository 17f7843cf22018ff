using System.Diagnostics;
using System.Globalization;
using IamCore.Authorization;
using IamCore.Policies;

namespace IamCore.EntityFrameworkCore.Tests.Processes;

/// <summary>
/// Decides one question again and again, and says of each decision when it began and ended, by the clock that all processes share, and how it came out. A number on
/// standard input asks for a decision at that revision or a later one.
/// </summary>
internal static class Decider
{
    public const string Command = "decider";

    public static AccessQuestion Question { get; } = new(
        Principal.Parse("arn:aws:iam::123456789012:user/ann"), ActionName.Parse("docs:Read"), ResourceName.Parse("arn:app:docs::123456789012:document/1"));

    public static async Task RunAsync(string place, string maxStalenessMilliseconds, bool listens)
    {
        var maxStaleness = TimeSpan.FromMilliseconds(int.Parse(maxStalenessMilliseconds, CultureInfo.InvariantCulture));
        await using var store = ChildProcess.Open(
            place,
            new() { ListenForHints = listens, PollInterval = maxStaleness / 2, PollTimeout = TimeSpan.FromMinutes(1), CommandTimeout = TimeSpan.FromMinutes(1), OutageTolerance = TimeSpan.Zero });
        using var authorizer = new DirectoryAuthorizer(store, new() { Authorizer = new() { MaxStaleness = maxStaleness } });
        await authorizer.AuthorizeAsync(Question);
        var output = TextWriter.Synchronized(Console.Out);
        await output.WriteLineAsync("ready");
        _ = Task.Run(async () =>
        {
            while (await Console.In.ReadLineAsync() is { } line)
            {
                var minimum = long.Parse(line, CultureInfo.InvariantCulture);
                await DecideAsync(Question with { MinimumRevision = minimum }, minimum);
            }

            Environment.Exit(0);
        });
        while (true)
        {
            await DecideAsync(Question, 0);
            await Task.Delay(1);
        }

        async Task DecideAsync(AccessQuestion question, long minimum)
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                var result = await authorizer.AuthorizeAsync(question);
                await output.WriteLineAsync(FormattableString.Invariant($"{began} {Stopwatch.GetTimestamp()} {(result.IsAllowed ? 1 : 0)} {result.Revision} {minimum}"));
            }
            catch (Exception e) when (e is DirectoryUnavailableException or TimeoutException)
            {
                await output.WriteLineAsync(FormattableString.Invariant($"{began} {Stopwatch.GetTimestamp()} failed {e.GetType().Name} {minimum}"));
            }
        }
    }
}
