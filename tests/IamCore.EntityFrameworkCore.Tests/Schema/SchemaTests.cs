using IamCore.Authorization;
using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace IamCore.EntityFrameworkCore.Tests.Schema;

public abstract class SchemaTests(TestDatabase database, string provider) : IDisposable
{
    public void Dispose()
    {
        if (provider == "postgresql")
        {
            HostContext.DropSchema();
        }

        database.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The script was written by the first version; it is not made anew.</summary>
    [Fact]
    public async Task A_database_of_the_first_version_is_opened_without_loss()
    {
        var place = database.NewPlace();
        using (var context = ContextOf(place))
        {
            await context.Database.ExecuteSqlRawAsync(Script("version-1.sql"));
            await context.Database.ExecuteSqlRawAsync(Script("version-1-data.sql").Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            Assert.Equal(1, await DatabaseSchema.GetVersionAsync(context));
        }

        var store = database.Open(place);
        Assert.Equal(2, await store.GetRevisionAsync(default));
        using (var context = ContextOf(place))
        {
            Assert.Equal(DatabaseSchema.NewestVersion, await DatabaseSchema.GetVersionAsync(context));
        }

        using var authorizer = new DirectoryAuthorizer(store);
        Assert.True((await AskAsync(authorizer, "ann", "docs:Read")).IsAllowed);
        Assert.True((await AskAsync(authorizer, "ann", "docs:Write")).IsAllowed);
        Assert.False((await AskAsync(authorizer, "ann", "docs:Delete")).IsAllowed);
        Assert.False((await AskAsync(authorizer, "bob", "docs:Read")).IsAllowed);
        var ann = Assert.IsType<IamUser>(await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(AccountId.Parse("123456789012"), "ANN")), default));
        Assert.Equal("{ \"Version\" : \"2012-10-17\",\n\t\"Statement\": {\"Effect\":\"Allow\",\"Action\":\"docs:Write\",\"Resource\":\"*\"} }", ann.InlinePolicies[0].Document.ToString());
        var commits = new List<Commit>();
        await foreach (var commit in store.WatchAsync(0, default))
        {
            commits.Add(commit);
            if (commit.Revision == 2)
            {
                break;
            }
        }

        Assert.Equal([1L, 2L], commits.Select(c => c.Revision));
        var refused = await store.CommitAsync(new() { Puts = [ann with { Id = "AIDANEW", Revision = 0 }] }, default);
        Assert.Equal(CommitConflict.UniqueKey, refused.Conflict);
    }

    [Fact]
    public async Task Processes_that_start_at_once_make_the_tables_once()
    {
        var place = database.NewPlace();
        var before = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            using var context = ContextOf(place);
            return await DatabaseSchema.UpgradeAsync(context);
        })));
        Assert.Contains(0, before);
        var store = database.Open(place, new() { UpgradeSchema = false });
        Assert.Equal(0, await store.GetRevisionAsync(default));
    }

    [Fact]
    public async Task A_database_without_tables_is_refused_where_they_are_not_to_be_made()
    {
        var store = database.Open(database.NewPlace(), new() { UpgradeSchema = false });
        var refused = await Assert.ThrowsAsync<DatabaseSchemaException>(async () => await store.GetRevisionAsync(default));
        Assert.Contains("iamcore database upgrade", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_later_version_is_not_touched()
    {
        var place = database.NewPlace();
        using var context = ContextOf(place);
        await DatabaseSchema.UpgradeAsync(context);
        await context.Database.ExecuteSqlRawAsync("INSERT INTO iam_schema (version) VALUES (1000)");
        await Assert.ThrowsAsync<DatabaseSchemaException>(async () => await database.Open(place).GetRevisionAsync(default));
        await Assert.ThrowsAsync<DatabaseSchemaException>(() => DatabaseSchema.UpgradeAsync(context));
    }

    [Fact]
    public async Task The_script_makes_what_the_upgrade_makes()
    {
        var place = database.NewPlace();
        using var context = ContextOf(place);
        await context.Database.ExecuteSqlRawAsync(DatabaseSchema.GetScript(context));
        Assert.Equal(DatabaseSchema.NewestVersion, await DatabaseSchema.GetVersionAsync(context));
        Assert.Equal("", DatabaseSchema.GetScript(context, DatabaseSchema.NewestVersion));
        Assert.Equal(0, await database.Open(place, new() { UpgradeSchema = false }).GetRevisionAsync(default));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_holder_of_a_name_a_lost_target_and_a_revision_given_twice()
    {
        var place = database.NewPlace();
        var store = database.Open(place);
        await new DirectoryBuilder().Account(a => a.Group("g").User("ann", u => u.In("g"))).CommitToAsync(store);
        using var context = ContextOf(place);
        string[] wrong =
        [
            "INSERT INTO iam_names (name, id, kind) SELECT name, 'x', 'User' FROM iam_names WHERE kind = 'User'",
            "DELETE FROM iam_objects WHERE kind = 'Group'",
            "UPDATE iam_references SET required_id = 'nobody', target_id = 'nobody'",
            "INSERT INTO iam_commits (revision, token, committed_at) SELECT revision, 'x', committed_at FROM iam_commits",
            "UPDATE iam_directory SET revision = -1",
        ];
        foreach (var sql in wrong)
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => context.Database.ExecuteSqlRawAsync(sql));
        }
    }

    [Fact]
    public async Task The_tables_can_stand_in_the_hosts_database_beside_its_own()
    {
        var options = HostContext.OptionsFor(database.NewPlace());
        var contexts = new PooledDbContextFactory<HostContext>(options);
        await using (var context = await contexts.CreateDbContextAsync())
        {
            await context.Database.ExecuteSqlRawAsync("""CREATE TABLE "Notes" ("Id" integer PRIMARY KEY, "Text" text NOT NULL)""");
            context.Notes.Add(new Note { Id = 1, Text = "the host's" });
            await context.SaveChangesAsync();
        }

        await using var store = DatabaseDirectoryStore.Create(contexts);
        await new DirectoryBuilder().Account(a => a.User("ann", u => u.Inline("Read", TestPolicies.Allow("docs:Read")))).CommitToAsync(store);
        using var authorizer = new DirectoryAuthorizer(store);
        Assert.True((await AskAsync(authorizer, "ann", "docs:Read")).IsAllowed);
        var user = Assert.IsType<IamUser>(await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(AccountId.Parse("123456789012"), "ann")), default));
        Assert.True((await store.CommitAsync(new() { Puts = [user with { Name = "anna" }] }, default)).IsCommitted);
        await using var after = await contexts.CreateDbContextAsync();
        Assert.Equal("the host's", (await after.Notes.SingleAsync()).Text);
    }

    private static async Task<AccessResult> AskAsync(DirectoryAuthorizer authorizer, string user, string action) => await authorizer.AuthorizeAsync(new AccessQuestion(
        Principal.Parse($"arn:aws:iam::123456789012:user/{user}"), ActionName.Parse(action), ResourceName.Parse("arn:app:docs::123456789012:document/1")));

    private string Script(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schema", provider, name));

    private static IamCoreDbContext ContextOf(string place) => new(place.StartsWith("Data Source", StringComparison.Ordinal)
        ? new DbContextOptionsBuilder<IamCoreDbContext>().UseSqlite(place).Options
        : new DbContextOptionsBuilder<IamCoreDbContext>().UseNpgsql(place).Options);
}

public sealed class SqliteSchemaTests() : SchemaTests(new SqliteDatabase(), "sqlite");

[Collection(nameof(HostContext))]
public sealed class PostgreSqlSchemaTests() : SchemaTests(new PostgreSqlDatabase(), "postgresql");
