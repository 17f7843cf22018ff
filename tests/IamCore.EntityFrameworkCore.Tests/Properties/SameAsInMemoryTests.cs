using FsCheck;
using FsCheck.Fluent;
using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;

namespace IamCore.EntityFrameworkCore.Tests.Properties;

/// <summary>Whatever names, paths and ids are made of, a database answers as the store in memory does.</summary>
public abstract class SameAsInMemoryTests(TestDatabase database) : IDisposable
{
    private static readonly AccountId Account = AccountId.Parse("111122223333");

    /// <summary>What databases and languages treat otherwise than ordinal comparison does.</summary>
    private static readonly string[] Pieces =
    [
        "a", "A", "b", "i", "I", "ı", "İ", "ß", "ss", "é", "e\u0301", "Ａ", "а", "'", "''", "\"", "`", ";--", "%", "_", "\\", "[", "*", "?", " ", "\t", "\0", "\u0001",
        "\u0002", "{0}", "@p0", "$1", "/", "K", "ﬁ", "\uE000", "\uFFFD", "\uFFFF", "😀", "\U0010FFFF", "\u200B", "Z", "z", "~",
    ];

    private readonly DatabaseDirectoryStore _stored = database.NewStore();

    public void Dispose()
    {
        _stored.Dispose();
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Commits_finds_lists_and_counts_are_the_same()
    {
        var text = Gen.Elements(Pieces).ArrayOf(3).Select(string.Concat).Or(Gen.Elements(Pieces).ArrayOf(1).Select(string.Concat));
        var user = from id in text from name in text from path in text select new IamUser { Id = $"AIDA{id}", Account = Account, Name = name, Path = $"/{path}/" };
        var steps = Gen.Zip(user, text).ArrayOf(12);
        Prop.ForAll(steps.ToArbitrary(), step => RunAsync(step).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    private async Task RunAsync((IamUser User, string Text)[] steps)
    {
        var memory = new InMemoryDirectoryStore();
        await EmptyAsync();
        foreach (var (user, text) in steps)
        {
            // A user by that id is changed, if there is one; else one is added.
            var before = await memory.FindAsync(ObjectLocator.ByKey(user.Key), default);
            await SameAsync(memory, async store =>
            {
                var current = await store.FindAsync(ObjectLocator.ByKey(user.Key), default);
                var result = await store.CommitAsync(new() { Puts = [user with { Revision = current?.Revision ?? 0 }] }, default);
                return (result.IsCommitted, result.Conflict, (before is null) == (current is null));
            });
            await SameAsync(memory, async store => Shown(await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(Account, text)), default)));
            await SameAsync(memory, async store => Shown(await store.FindAsync(ObjectLocator.ByKey(ObjectKind.User, $"AIDA{text}"), default)));
            await SameAsync(memory, async store => Shown(
                (await store.LoadAsync([ObjectLocator.ByUniqueKey(DirectoryKeys.User(Account, text)), ObjectLocator.ByKey(user.Key)], default)).Roots));
            await SameAsync(memory, async store => await store.CountAsync(Users with { PathPrefix = $"/{text}" }, default));
            await SameAsync(memory, async store => Shown((await store.ListAsync(Users with { PathPrefix = $"/{text}" }, default)).Items));
            await SameAsync(memory, async store => Shown(
                (await store.ListAsync(Users with { After = new ListPosition(DirectoryKeys.Fold(text), $"AIDA{text}"), Limit = 3 }, default)).Items));
        }

        await SameAsync(memory, async store => Shown((await store.ListAsync(Users, default)).Items));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_found_nowhere_and_cannot_be_stored()
    {
        var user = new IamUser { Id = "AIDA1", Account = Account, Name = "\uFFFD" };
        await _stored.CommitAsync(new() { Puts = [user] }, default);
        Assert.Null(await _stored.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(Account, "\uD800")), default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await _stored.CommitAsync(new() { Puts = [user with { Id = "AIDA2", Name = "\uDC00" }] }, default));
    }

    private static ObjectQuery Users { get; } = new() { Kind = ObjectKind.User, Scope = Account.ToString() };

    private async Task SameAsync<T>(IDirectoryStore memory, Func<IDirectoryStore, Task<T>> ask) => Assert.Equal(await ask(memory), await ask(_stored));

    private async Task EmptyAsync()
    {
        var all = await _stored.ListAsync(Users with { Limit = 1000 }, default);
        await _stored.CommitAsync(new() { Deletes = [.. ((IEnumerable<DirectoryObject>)all.Items).Select(o => new ExpectedRevision(o.Key, o.Revision))] }, default);
    }

    private static string Shown(DirectoryObject? o) => o is IamUser user ? $"{user.Id}|{user.Name}|{user.Path}" : "";

    private static string Shown(IEnumerable<DirectoryObject?> all) => string.Join('\n', all.Select(Shown));
}

public sealed class SqliteSameAsInMemoryTests() : SameAsInMemoryTests(new SqliteDatabase());

public sealed class PostgreSqlSameAsInMemoryTests() : SameAsInMemoryTests(new PostgreSqlDatabase());
