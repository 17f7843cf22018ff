using System.Diagnostics;
using System.Globalization;
using IamCore.Authorization;
using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.EntityFrameworkCore.Tests.Processes;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;

namespace IamCore.EntityFrameworkCore.Tests.Scale;

/// <summary>
/// A large directory, by hand: <c>scale-load PLACE USERS</c> fills a database and goes on where it was stopped, <c>scale-measure PLACE USERS</c> tells what it costs.
/// </summary>
internal static class ScaleRun
{
    public const string Load = "scale-load";
    public const string Measure = "scale-measure";

    private const int Policies = 5_000;
    private const int Groups = 10_000;
    private const int Together = 1_000;
    private const int Cached = 10_000;

    private static readonly AccountId Account = AccountId.Parse("123456789012");

    public static async Task LoadAsync(string place, int users)
    {
        await using var store = ChildProcess.Open(place);
        var clock = Stopwatch.StartNew();
        if (await store.GetRevisionAsync(default) == 0)
        {
            await new DirectoryBuilder().Account(Account.ToString()).CommitToAsync(store);
            await PutAsync(store, Enumerable.Range(0, Policies).Select(Policy));
            await PutAsync(store, Enumerable.Range(0, Groups).Select(Group));
            await SayAsync($"{Policies} policies and {Groups} groups in {clock.Elapsed.TotalSeconds:0.0} s");
        }

        var done = await store.CountAsync(new() { Kind = ObjectKind.User, Scope = Account.ToString() }, default);
        var before = done;
        clock.Restart();
        for (; done < users && clock.Elapsed < TimeSpan.FromMinutes(4.5); done += Together)
        {
            await PutAsync(store, Enumerable.Range(done, Together).Select(User));
        }

        await SayAsync($"{done - before} users in {clock.Elapsed.TotalSeconds:0.0} s, {(done - before) / clock.Elapsed.TotalSeconds:0} a second; {done} of {users} there");
    }

    public static async Task MeasureAsync(string place, int users)
    {
        using var proxy = new TcpProxy(place);
        var clock = Stopwatch.StartNew();
        await using var store = DatabaseDirectoryStore.OpenPostgreSql(proxy.Place, new() { PollInterval = TimeSpan.FromHours(1), ListenForHints = false });
        using var authorizer = new DirectoryAuthorizer(store, new() { Authorizer = new() { MaxCachedPrincipals = Cached, MaxStaleness = TimeSpan.FromHours(1), RecordLastAccessed = false } });
        await store.StartAsync();
        await SayAsync($"start-up: {clock.Elapsed.TotalSeconds:0.00} s");
        await AskAsync(authorizer, 0);
        await SayAsync($"to the first decision: {clock.Elapsed.TotalSeconds:0.00} s");
        await Task.Delay(500);

        var trips = proxy.RoundTrips;
        await AskAsync(authorizer, 1);
        await SayAsync($"round trips for an unseen principal: {proxy.RoundTrips - trips}");
        await SayAsync($"warm decision: {Warm(authorizer):0} ns; in memory: {Warm(await InMemoryAsync(store)):0} ns");

        var random = new Random(1);
        var cold = Stopwatch.StartNew();
        const int Asked = 4 * Cached;
        for (var i = 0; i < Asked; i++)
        {
            if (i % Cached == 0)
            {
                await SayAsync($"after {i} principals: {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0.0} MB held");
            }

            await AskAsync(authorizer, random.Next(users));
        }

        await SayAsync($"after {Asked} principals: {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0.0} MB held; {cold.Elapsed.TotalMilliseconds * 1000 / Asked:0} µs each, one after the other");
    }

    private static async Task<DirectoryAuthorizer> InMemoryAsync(DatabaseDirectoryStore store)
    {
        var graph = await store.LoadAsync(
            [ObjectLocator.ByKey(ObjectKind.Account, Account.ToString()), ObjectLocator.ByUniqueKey(DirectoryKeys.User(Account, NameOf(0)))], default);
        var memory = new InMemoryDirectoryStore();
        await PutAsync(memory, graph.Objects.Select(o => o with { Revision = 0 }));
        var authorizer = new DirectoryAuthorizer(memory, new() { Authorizer = new() { RecordLastAccessed = false } });
        await AskAsync(authorizer, 0);
        return authorizer;
    }

    private static double Warm(DirectoryAuthorizer authorizer)
    {
        const int Count = 1_000_000;
        var question = QuestionOf(0);
        var best = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < Count; i++)
            {
                var answer = authorizer.AuthorizeAsync(in question);
                if (!answer.IsCompletedSuccessfully || !answer.Result.IsAllowed)
                {
                    throw new InvalidOperationException("Not warm");
                }
            }

            best = Math.Min(best, clock.Elapsed.TotalNanoseconds / Count);
        }

        return best;
    }

    private static async Task AskAsync(DirectoryAuthorizer authorizer, int user)
    {
        var result = await authorizer.AuthorizeAsync(QuestionOf(user));
        if (!result.IsAllowed)
        {
            throw new InvalidOperationException($"{NameOf(user)}: {result}");
        }
    }

    private static AccessQuestion QuestionOf(int user) => new(
        Principal.Parse($"arn:aws:iam::{Account}:user/{NameOf(user)}"), ActionName.Parse("docs:Read"),
        ResourceName.Parse(FormattableString.Invariant($"arn:app:docs::{Account}:shelf/{user % Groups % Policies}/1")));

    private static async Task PutAsync(IDirectoryStore store, IEnumerable<DirectoryObject> objects)
    {
        foreach (var some in objects.Chunk(Together))
        {
            var result = await store.CommitAsync(new() { Puts = [.. some] }, default);
            if (!result.IsCommitted)
            {
                throw new InvalidOperationException($"{result.Conflict}: {result.Subject}");
            }
        }
    }

    private static ManagedPolicy Policy(int i) => new()
    {
        Id = FormattableString.Invariant($"ANPA{i:D8}"), Account = Account, Name = FormattableString.Invariant($"policy{i}"), DefaultVersionId = "v1", NextVersion = 2,
        Versions = [new("v1", new(TestPolicies.Allow("docs:*", FormattableString.Invariant($"arn:app:docs::{Account}:shelf/{i}/*"))), default)],
    };

    private static IamGroup Group(int i) => new()
    {
        Id = FormattableString.Invariant($"AGPA{i:D8}"), Account = Account, Name = FormattableString.Invariant($"group{i}"), AttachedPolicies = [Policy(i % Policies).Key],
    };

    private static IamUser User(int i) => new()
    {
        Id = FormattableString.Invariant($"AIDA{i:D8}"), Account = Account, Name = NameOf(i), Groups = [Group(i % Groups).Id, Group((i + 1) % Groups).Id],
    };

    private static string NameOf(int user) => FormattableString.Invariant($"user{user}");

    private static Task SayAsync(FormattableString text) => Console.Out.WriteLineAsync(text.ToString(CultureInfo.InvariantCulture));
}
