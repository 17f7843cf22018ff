using System.Diagnostics;
using System.Globalization;
using IamCore.Authorization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;

namespace IamCore.Benchmarks.Rates;

/// <summary>
/// A directory of 100,000 users in 1,000 groups with 300 managed policies: what it takes in memory, and how long the first and the next decisions take.
/// </summary>
internal static class LargeDirectory
{
    private const int Users = 100_000;
    private const int Groups = 1_000;
    private const int Policies = 300;
    private const int WarmRounds = 10;

    private static readonly AccountId Account = AccountId.Parse("123456789012");
    private static readonly ResourceName Document = ResourceName.Parse($"arn:app:docs::{Account}:document/1");

    /// <summary>The figures as a table in Markdown.</summary>
    public static string Measure()
    {
        var questions = Enumerable.Range(0, Users).Select(QuestionOf).ToArray();
        var empty = Memory();
        var start = Stopwatch.GetTimestamp();
        var store = MakeStore();
        var made = Stopwatch.GetElapsedTime(start);
        var stored = Memory();
        using DirectoryAuthorizer authorizer = new DirectoryAuthorizer(store, new() { Authorizer = new() { RecordLastAccessed = false } });

        start = Stopwatch.GetTimestamp();
        Ask(authorizer, questions.AsSpan(0, 1));
        var veryFirst = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        Ask(authorizer, questions.AsSpan(1, Groups - 1)); // one user a group: every group and every policy is compiled
        var firstOfGroup = Stopwatch.GetElapsedTime(start) / (Groups - 1);
        var shared = Memory();

        start = Stopwatch.GetTimestamp();
        Ask(authorizer, questions.AsSpan(Groups));
        var first = Stopwatch.GetElapsedTime(start) / (Users - Groups);
        var warmed = Memory();

        start = Stopwatch.GetTimestamp();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < WarmRounds; round++)
        {
            Ask(authorizer, questions);
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var warm = Stopwatch.GetElapsedTime(start) / (WarmRounds * Users);
        start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Users * WarmRounds; i++)
        {
            Ask(authorizer, questions.AsSpan(0, 1));
        }

        var hot = Stopwatch.GetElapsedTime(start) / (WarmRounds * Users);
        var after = Memory();
        var perPrincipal = (double)(warmed - shared) / (Users - Groups);
        var perPolicy = (shared - stored - (perPrincipal * Groups)) / Policies;
        GC.KeepAlive(store);
        return string.Create(CultureInfo.InvariantCulture, $"""
            | what                                                       | figure |
            | ---------------------------------------------------------- | -----: |
            | the store, bytes a user                                    | {(double)(stored - empty) / Users:F0} |
            | the store, filled in one change set                        | {made.TotalMilliseconds:F0} ms |
            | a principal that was asked about, bytes                    | {perPrincipal:F0} |
            | a managed policy in force, compiled, groups included, bytes | {perPolicy:F0} |
            | the very first decision                                    | {veryFirst.TotalMilliseconds:F1} ms |
            | the first decision in a group                              | {firstOfGroup.TotalMicroseconds:F1} µs |
            | the first decision of a user                               | {first.TotalMicroseconds:F1} µs |
            | the next decision, another user each time                  | {warm.TotalNanoseconds:F0} ns |
            | the next decision, the same user                           | {hot.TotalNanoseconds:F0} ns |
            | bytes allocated by {WarmRounds * Users:N0} next decisions  | {allocated} |
            | bytes kept after {2 * WarmRounds * Users:N0} next decisions | {Math.Max(0, after - warmed)} |
            """);
    }

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);

    /// <summary>User i is in group i mod 1,000, which has policy i mod 300: it allows that policy's action.</summary>
    private static AccessQuestion QuestionOf(int user) =>
        new(Principal.Parse($"arn:aws:iam::{Account}:user/user{user}"), ActionName.Parse($"docs:Action{user % Groups % Policies}"), Document);

    private static void Ask(DirectoryAuthorizer authorizer, ReadOnlySpan<AccessQuestion> questions)
    {
        foreach (ref readonly var question in questions)
        {
            var answer = authorizer.AuthorizeAsync(in question);
            var result = answer.IsCompletedSuccessfully ? answer.Result : answer.AsTask().GetAwaiter().GetResult();
            if (!result.IsAllowed)
            {
                throw new InvalidOperationException($"{question}: {result}");
            }
        }
    }

    private static InMemoryDirectoryStore MakeStore()
    {
        var store = new InMemoryDirectoryStore();
        var made = store.CommitAsync(new ChangeSet { Puts = [.. Objects()] }, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return made.IsCommitted ? store : throw new InvalidOperationException(made.Subject);
    }

    private static IEnumerable<DirectoryObject> Objects()
    {
        yield return new IamAccount
        {
            Id = Account.ToString(), Name = "Benchmark", Email = "root@example.com", CanonicalUserId = new string('0', 64), Status = AccountStatus.Active,
        };
        for (var i = 0; i < Policies; i++)
        {
            var text = $$"""
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Action":"docs:Action{{i}}","Resource":"arn:app:docs::{{Account}}:document/*"},
                 {"Effect":"Allow","Action":["mail:Send","mail:Read"],"Resource":"arn:app:mail::{{Account}}:box/${aws:username}/*"},
                 {"Effect":"Deny","Action":"docs:*","Resource":"arn:app:docs::{{Account}}:secret/{{i}}/*"}]}
                """;
            yield return new ManagedPolicy
            {
                Id = $"ANPA{i}", Account = Account, Name = $"Policy{i}", DefaultVersionId = "v1", NextVersion = 2,
                Versions = [new PolicyVersion("v1", new PolicyText(text), default)],
            };
        }

        for (var i = 0; i < Groups; i++)
        {
            yield return new IamGroup
            {
                Id = $"AGPA{i}", Account = Account, Name = $"Group{i}", AttachedPolicies = [new ObjectKey(ObjectKind.ManagedPolicy, $"ANPA{i % Policies}")],
            };
        }

        for (var i = 0; i < Users; i++)
        {
            yield return new IamUser { Id = $"AIDA{i}", Account = Account, Name = $"user{i}", Groups = [$"AGPA{i % Groups}"] };
        }
    }
}
