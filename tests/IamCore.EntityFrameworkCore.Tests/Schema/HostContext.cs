using IamCore.EntityFrameworkCore.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore.Tests.Schema;

/// <summary>A host's own tables, with IamCore's beside them in a schema of their own.</summary>
public sealed class HostContext(DbContextOptions<HostContext> options) : DbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    public static DbContextOptions<HostContext> OptionsFor(string place) =>
        place.StartsWith("Data Source", StringComparison.Ordinal)
            ? new DbContextOptionsBuilder<HostContext>().UseSqlite(place).Options
            : new DbContextOptionsBuilder<HostContext>().UseNpgsql(place).Options;

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.AddIamCore(PostgreSqlDatabase.Server is null ? null : "host \"iam\"");
}

/// <summary>Something of the host's.</summary>
public sealed class Note
{
    public int Id { get; set; }

    public string Text { get; set; } = "";
}
