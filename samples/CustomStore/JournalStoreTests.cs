using IamCore;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;

namespace CustomStore;

#region suites
// The contract, suite by suite: derive each and say how an empty store is made.
public sealed class JournalStoreCommits : StoreCommitSuite
{
    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(NewStore.Make());
}
#endregion

public sealed class JournalStoreQueries : StoreQuerySuite
{
    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(NewStore.Make());
}

public sealed class JournalStoreLoads : StoreLoadSuite
{
    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(NewStore.Make());
}

public sealed class JournalStoreWatches : StoreWatchSuite
{
    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(NewStore.Make());
}

public sealed class JournalStoreConcurrency : StoreConcurrencySuite
{
    protected override int Commits => 200;

    protected override ValueTask<IDirectoryStore> CreateStoreAsync() => new(NewStore.Make());
}

public sealed class JournalStoreTests
{
    [Fact]
    public void No_suite_is_forgotten() => Assert.Empty(StoreSuites.MissingFor("JournalStore", typeof(JournalStoreTests).Assembly.GetTypes()));

    [Fact]
    public async Task What_was_committed_is_there_after_a_restart_and_a_record_cut_short_is_not()
    {
        var path = NewStore.Path();
        using (var store = new JournalStore(path))
        {
            await new DirectoryBuilder().Account(a => a.User("ann", u => u.Inline("Read", TestPolicies.Allow("docs:Read")))).CommitToAsync(store);
        }

        await File.AppendAllBytesAsync(path, [200, 0, 0, 0, 1, 2, 3]);
        using var again = new JournalStore(path);
        using var engine = new IamEngine(again);
        var ann = Principal.Parse("arn:aws:iam::123456789012:user/ann");
        var document = ResourceName.Parse("arn:app:docs::123456789012:document/1");
        Assert.True((await engine.Authorizer.AuthorizeAsync(new AccessQuestion(ann, ActionName.Parse("docs:Read"), document))).IsAllowed);
        Assert.False((await engine.Authorizer.AuthorizeAsync(new AccessQuestion(ann, ActionName.Parse("docs:Write"), document))).IsAllowed);
    }
}

internal static class NewStore
{
    public static JournalStore Make() => new(Path());

    public static string Path() => System.IO.Path.Combine(Directory.CreateTempSubdirectory("journal-").FullName, "directory.journal");
}
