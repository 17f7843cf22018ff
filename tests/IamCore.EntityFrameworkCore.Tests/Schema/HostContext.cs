using IamCore.EntityFrameworkCore.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore.Tests.Schema;

/// <summary>A host's own tables, with IamCore's beside them in a schema of their own.</summary>
public sealed class HostContext(DbContextOptions<HostContext> options) : DbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    public static DbContextOptions<HostContext> OptionsFor(string place)
    {
        var options = new DbContextOptionsBuilder<HostContext>();
        Configure(options, place);
        return options.Options;
    }

    public static void Configure(DbContextOptionsBuilder options, string place) =>
        _ = place.StartsWith("Data Source", StringComparison.Ordinal) ? options.UseSqlite(place) : options.UseNpgsql(place);

    /// <summary>All tests have the same schema on a server: they run one after the other, in the collection of this name.</summary>
    public static void DropSchema()
    {
        if (PostgreSqlDatabase.Server is not null)
        {
            PostgreSqlDatabase.Execute("DROP SCHEMA IF EXISTS \"host \"\"iam\"\"\" CASCADE");
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.AddIamCore(PostgreSqlDatabase.Server is null ? null : "host \"iam\"");
}

/// <summary>Something of the host's.</summary>
public sealed class Note
{
    public int Id { get; set; }

    public string Text { get; set; } = "";
}
