using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using IamCore.Administration.Policies;
using IamCore.Credentials.Secrets;
using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.Policies;
using IamCore.Testing;
using Npgsql;

namespace IamCore.EntityFrameworkCore.Tests.Processes;

/// <summary>An administrator here and two other processes that decide, on one database.</summary>
public sealed class ThreeProcessTests : IDisposable
{
    private const int Decisions = 10_000;
    private const int MaxStaleness = 150; // milliseconds

    private readonly PostgreSqlDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task No_decision_is_older_than_its_bound_though_hints_are_lost()
    {
        var place = _database.NewPlace();
        await using var store = ChildProcess.Open(place);
        await new DirectoryBuilder().Account(account => account.User("ann", u => u.Inline("Read", TestPolicies.Allow("docs:Read")))).CommitToAsync(store);
        var account = AccountId.Parse("123456789012");
        var admin = new IamDirectory(store, new IamDirectoryOptions
        {
            Credentials = new CredentialOptions { SecretProtector = new AesGcmSecretProtector([new SecretKey(1, RandomNumberGenerator.GetBytes(SecretKey.Length))]) },
        }).ForAccount(account);
        var history = new List<Change> { new(1, true, long.MinValue, long.MinValue) };

        // One listens and has its connection killed again and again; to the other no hint ever comes.
        using var listening = new Child(place, "listens");
        using var deaf = new Child(place, "deaf");
        await Task.WhenAll(listening.IsReady, deaf.IsReady);
        for (var isAllowed = false; Math.Min(listening.Count, deaf.Count) < Decisions / 2; isAllowed = !isAllowed)
        {
            var began = Stopwatch.GetTimestamp();
            var saved = await admin.ExecuteAsync(new PutUserPolicy("ann", "Read", TestPolicies.Allow(isAllowed ? "docs:Read" : "docs:List")));
            history.Add(new(saved.Value.Revision, isAllowed, began, Stopwatch.GetTimestamp()));
            listening.Ask(saved.Value.Revision);
            deaf.Ask(saved.Value.Revision);
            if (history.Count % 3 == 0)
            {
                PostgreSqlDatabase.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    + $"WHERE application_name = '{new NpgsqlConnectionStringBuilder(place).ApplicationName}' AND (query LIKE 'LISTEN%' OR query = 'SELECT 1')");
            }

            await Task.Delay(history.Count % 7 == 0 ? 2 * MaxStaleness : 15);
        }

        foreach (var child in (Child[])[listening, deaf])
        {
            await child.AnsweredAsync(history.Count - 1);
            var answers = child.Stop();
            Assert.True(answers.Count(a => !a.IsFailed) > Decisions / 4, child.Errors);
            Assert.True(answers.Count(a => a.Minimum > 0 && !a.IsFailed) > history.Count / 2);
            Assert.All(answers.Where(a => !a.IsFailed), answer => Check(history, answer));
        }
    }

    private static void Check(List<Change> history, Answer answer)
    {
        // What was committed for sure before the bound, or is asked for, must be seen.
        var bound = answer.Began - (Stopwatch.Frequency * MaxStaleness / 1000);
        var latestAllowed = history.Where(c => c.Acknowledged < bound).Max(c => c.Revision);
        Assert.True(answer.Revision >= Math.Max(latestAllowed, answer.Minimum), FormattableString.Invariant(
            $"A decision is of revision {answer.Revision}, though {latestAllowed} was committed {MaxStaleness} ms before it began and {answer.Minimum} was asked for"));

        // And it is the decision of its revision, which was not committed after it ended.
        var of = history.Last(c => c.Revision <= answer.Revision);
        Assert.Equal(of.IsAllowed, answer.IsAllowed);
        Assert.True(of.Began < answer.Ended);
    }

    private sealed record Change(long Revision, bool IsAllowed, long Began, long Acknowledged);

    private sealed record Answer(long Began, long Ended, bool IsAllowed, long Revision, long Minimum, bool IsFailed);

    private sealed class Child : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

        private readonly Process _process;
        private readonly ConcurrentQueue<string> _lines = new();
        private readonly TaskCompletionSource _ready = new();
        private readonly Task<string> _errors;

        public Child(string place, string listens)
        {
            _process = ChildProcess.Start(Decider.Command, place, MaxStaleness.ToString(CultureInfo.InvariantCulture), listens);
            _errors = _process.StandardError.ReadToEndAsync();
            _process.OutputDataReceived += (_, e) =>
            {
                if (e.Data is "ready")
                {
                    _ready.SetResult();
                }
                else if (e.Data is not null)
                {
                    _lines.Enqueue(e.Data);
                }
            };
            _process.BeginOutputReadLine();
        }

        public Task IsReady => _ready.Task.WaitAsync(Patience);

        public int Count => _process.HasExited ? throw new InvalidOperationException(Errors) : _lines.Count;

        public string Errors => _process.HasExited ? _errors.Result : "";

        public void Ask(long minimum) => _process.StandardInput.WriteLine(minimum.ToString(CultureInfo.InvariantCulture));

        /// <summary>Waits until so many of what was asked for by revision are answered.</summary>
        public async Task AnsweredAsync(int asked)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (_lines.Count(line => !line.EndsWith(" 0", StringComparison.Ordinal)) < asked)
            {
                await Task.Delay(50, patience.Token);
            }
        }

        public List<Answer> Stop()
        {
            _process.Kill();
            _process.WaitForExit();
            return [.. _lines.Select(line => line.Split(' ')).Where(parts => parts.Length == 5).Select(parts => new Answer(
                long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2] == "1",
                parts[2] == "failed" ? 0 : long.Parse(parts[3], CultureInfo.InvariantCulture), long.Parse(parts[4], CultureInfo.InvariantCulture), parts[2] == "failed"))];
        }

        public void Dispose()
        {
            if (!_process.HasExited)
            {
                _process.Kill();
            }

            _process.Dispose();
        }
    }
}
