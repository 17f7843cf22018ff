using IamCore.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IamCore.Cli.Tests;

/// <summary><c>iamcore database</c> against an SQLite file.</summary>
public sealed class DatabaseCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iamcore-cli-");

    private string File => Path.Combine(_folder.FullName, "directory.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Tables_are_made_once_and_their_version_is_told()
    {
        Assert.Equal(new CliRun(1, "database: no tables, this tool: version 2\n", ""), CliRun.Of("database", "status", "--sqlite", File));
        Assert.Equal(new CliRun(0, "no tables before, version 2 now\n", ""), CliRun.Of("database", "upgrade", "--sqlite", File));
        Assert.Equal(new CliRun(0, "version 2 already, nothing to do\n", ""), CliRun.Of("database", "upgrade", "--sqlite", File));
        Assert.Equal(new CliRun(0, "database: version 2, this tool: version 2\n", ""), CliRun.Of("database", "status", "--sqlite", File));
    }

    [Fact]
    public async Task An_application_that_must_not_make_tables_works_after_the_upgrade()
    {
        Assert.Equal(0, CliRun.Of("database", "upgrade", "--sqlite", File).ExitCode);
        await using var store = DatabaseDirectoryStore.OpenSqlite($"Data Source={File}", new() { UpgradeSchema = false });
        Assert.Equal(0, await store.GetRevisionAsync(default));
    }

    [Theory]
    [InlineData("database-script-sqlite.sql", "--sqlite", "directory.db")]
    [InlineData("database-script-postgresql.sql", "--postgresql", "Host=nowhere.invalid")]
    [InlineData("database-script-postgresql-from-1.sql", "--postgresql", "Host=nowhere.invalid", "--from", "1")]
    [InlineData("database-script-none.sql", "--postgresql", "Host=nowhere.invalid", "--from", "2")]
    public void The_script_is_the_approved_one_and_no_database_is_asked(string golden, params string[] arguments)
    {
        var run = CliRun.Of(["database", "script", .. arguments]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Golden.AssertIs(golden, run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_script_run_by_hand_makes_the_tables()
    {
        var script = CliRun.Of("database", "script", "--sqlite", File).Output;
        using (var context = new IamCoreDbContext(new DbContextOptionsBuilder<IamCoreDbContext>().UseSqlite($"Data Source={File}").Options))
        {
            context.Database.OpenConnection();
            using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the tool's own
            command.CommandText = script;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        Assert.Equal(0, CliRun.Of("database", "status", "--sqlite", File).ExitCode);
    }

    [Fact]
    public void Tables_of_a_later_version_are_left_alone()
    {
        CliRun.Of("database", "upgrade", "--sqlite", File);
        using (var context = new IamCoreDbContext(new DbContextOptionsBuilder<IamCoreDbContext>().UseSqlite($"Data Source={File}").Options))
        {
            context.Database.ExecuteSqlRaw("INSERT INTO iam_schema (version) VALUES (7)");
        }

        Assert.Equal(new CliRun(1, "database: version 7, this tool: version 2\n", ""), CliRun.Of("database", "status", "--sqlite", File));
        var refused = CliRun.Of("database", "upgrade", "--sqlite", File);
        Assert.Equal(
            new CliRun(2, "", "iamcore: The database has version 7 of IamCore's tables; this library supports versions up to 2: use a newer library\n"), refused);
    }

    [Theory]
    [InlineData("status", "--postgresql", "Host=127.0.0.1;Port=1;Timeout=2")]
    [InlineData("upgrade", "--postgresql", "Host=127.0.0.1;Port=1;Timeout=2")]
    [InlineData("status", "--postgresql", "no connection string")]
    [InlineData("status", "--sqlite", "no/such/folder/directory.db")]
    public void A_database_that_cannot_be_reached_is_bad_input_in_one_line(params string[] arguments)
    {
        var run = CliRun.Of(["database", .. arguments]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Matches("^iamcore: .+\n$", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name a database: --sqlite, --postgresql or IAMCORE_DATABASE", "status")]
    [InlineData("Name one database, not two", "upgrade", "--sqlite", "a.db", "--postgresql", "Host=db")]
    [InlineData("A version is 0 or more", "script", "--sqlite", "a.db", "--from", "-1")]
    public void What_is_wrong_with_the_arguments_is_said(string expected, params string[] arguments)
    {
        var run = CliRun.Of(["database", .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }
}
