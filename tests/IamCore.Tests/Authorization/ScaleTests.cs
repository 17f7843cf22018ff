using System.Diagnostics;
using System.Globalization;
using IamCore.Authorization;
using IamCore.Stores;
using IamCore.Testing;
using IamCore.Tests.Isolation;

namespace IamCore.Tests.Authorization;

/// <summary>Memory is that of the whole process, so it is measured alone.</summary>
[Collection(nameof(Alone))]
public sealed class ScaleTests(ITestOutputHelper output)
{
    private const int Users = 100_000;
    private const int Groups = 1_000;
    private const int Policies = 300;

    [Fact]
    public async Task A_hundred_thousand_users_in_a_thousand_groups_with_300_policies_load_and_are_answered()
    {
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var store = MakeStore();
        var stored = GC.GetTotalMemory(forceFullCollection: true);
        using var authorizer = new DirectoryAuthorizer(store, new() { Authorizer = new() { RecordLastAccessed = false } });

        var start = Stopwatch.GetTimestamp();
        await AskRangeAsync(authorizer, 0, Groups); // one user a group: every group and every policy is compiled
        var shared = GC.GetTotalMemory(forceFullCollection: true);
        var firstOfGroup = Stopwatch.GetElapsedTime(start) / Groups;

        start = Stopwatch.GetTimestamp();
        await AskRangeAsync(authorizer, Groups, Users);
        var first = Stopwatch.GetElapsedTime(start) / (Users - Groups);
        var warmed = GC.GetTotalMemory(forceFullCollection: true);

        start = Stopwatch.GetTimestamp();
        for (var round = 0; round < 3; round++)
        {
            await AskRangeAsync(authorizer, 0, Users);
        }

        var warm = Stopwatch.GetElapsedTime(start) / (3 * Users);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        var perPrincipal = (double)(warmed - shared) / (Users - Groups);
        var perPolicy = (shared - stored - (perPrincipal * Groups)) / Policies;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            store: {(double)(stored - empty) / Users:F0} B a user; cached: {perPrincipal:F0} B a principal, {perPolicy:F0} B a policy, groups included
            first decision of a group {firstOfGroup.TotalMicroseconds:F1} us, of a user {first.TotalMicroseconds:F1} us; warm {warm.TotalMicroseconds:F3} us
            300,000 warm decisions: {after - warmed} B more
            """));
        Assert.InRange(perPrincipal, 0, 4_096);
        Assert.InRange(after - warmed, long.MinValue, 1 << 20); // 300,000 decisions: 3.5 B each would be too much
        GC.KeepAlive(store);
    }

    private static async Task AskRangeAsync(DirectoryAuthorizer authorizer, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            // User i is in group i mod 1000, which has policy i mod 300: it allows that policy's action and no other's.
            var policy = i % Groups % Policies;
            var user = Ask.User($"user{i}");
            var allowed = await authorizer.AskAsync(user, $"docs:Action{policy}", $"arn:app:docs::{Ask.Account}:document/1");
            Assert.True(allowed.IsAllowed);
            if (i % 100 == 0)
            {
                Assert.False((await authorizer.AskAsync(user, $"docs:Action{(policy + 1) % Policies}", $"arn:app:docs::{Ask.Account}:document/1")).IsAllowed);
            }
        }
    }

    private static InMemoryDirectoryStore MakeStore() => new DirectoryBuilder().Account(a =>
    {
        for (var i = 0; i < Policies; i++)
        {
            a.Policy($"Policy{i}", $$"""
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Action":"docs:Action{{i}}","Resource":"arn:app:docs::{{Ask.Account}}:document/*"},
                 {"Effect":"Allow","Action":["mail:Send","mail:Read"],"Resource":"arn:app:mail::{{Ask.Account}}:box/${aws:username}/*"},
                 {"Effect":"Deny","Action":"docs:*","Resource":"arn:app:docs::{{Ask.Account}}:secret/{{i}}/*"}]}
                """);
        }

        for (var i = 0; i < Groups; i++)
        {
            a.Group($"Group{i}", g => g.Attach($"Policy{i % Policies}"));
        }

        for (var i = 0; i < Users; i++)
        {
            a.User($"user{i}", u => u.In($"Group{i % Groups}"));
        }
    }).Build();
}
