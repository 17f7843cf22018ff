using IamCore.EntityFrameworkCore.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamCore.EntityFrameworkCore;

/// <summary>Adds IamCore's tables to a model.</summary>
public static class IamCoreModelBuilderExtensions
{
    /// <summary>
    /// Adds IamCore's tables to a model; call it in <c>OnModelCreating</c>. The tables are not part of the host's migrations:
    /// <see cref="DatabaseSchema"/> creates
    /// and upgrades them.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="schema">
    /// The schema of the tables on PostgreSQL; <see langword="null"/> for the connection's default schema. SQLite has no schemas.
    /// </param>
    /// <returns>The model.</returns>
    public static ModelBuilder AddIamCore(this ModelBuilder model, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<DirectoryRow>(row =>
        {
            Table(row, "iam_directory", schema).HasKey(r => r.Id);
            row.Property(r => r.Id).HasColumnName("id").ValueGeneratedNever();
            row.Property(r => r.Revision).HasColumnName("revision");
            row.Property(r => r.WatchableAfter).HasColumnName("watchable_after");
        });
        model.Entity<ObjectRow>(row =>
        {
            Table(row, "iam_objects", schema).HasKey(r => new { r.Id, r.Kind });
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.Kind).HasColumnName("kind").HasConversion<string>();
            row.Property(r => r.Scope).HasColumnName("scope");
            row.Property(r => r.FoldedName).HasColumnName("folded_name");
            row.Property(r => r.Path).HasColumnName("path");
            row.Property(r => r.Revision).HasColumnName("revision").IsConcurrencyToken();
            row.Property(r => r.Body).HasColumnName("body");
        });
        model.Entity<NameRow>(row =>
        {
            Table(row, "iam_names", schema).HasKey(r => r.Name);
            row.Property(r => r.Name).HasColumnName("name");
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.Kind).HasColumnName("kind").HasConversion<string>();
        });
        model.Entity<ReferenceRow>(row =>
        {
            Table(row, "iam_references", schema).HasKey(r => new { r.SourceId, r.SourceKind, r.Relation, r.TargetId, r.TargetKind });
            row.Property(r => r.SourceId).HasColumnName("source_id");
            row.Property(r => r.SourceKind).HasColumnName("source_kind").HasConversion<string>();
            row.Property(r => r.Relation).HasColumnName("relation").HasConversion<string>();
            row.Property(r => r.TargetId).HasColumnName("target_id");
            row.Property(r => r.TargetKind).HasColumnName("target_kind").HasConversion<string>();
            row.Property(r => r.RequiredId).HasColumnName("required_id");
            row.Property(r => r.SourceScope).HasColumnName("source_scope");
            row.Property(r => r.SourceName).HasColumnName("source_name");
        });
        model.Entity<CommitRow>(row =>
        {
            Table(row, "iam_commits", schema).HasKey(r => r.Revision);
            row.Property(r => r.Revision).HasColumnName("revision").ValueGeneratedNever();
            row.Property(r => r.Token).HasColumnName("token");
            row.Property(r => r.CommittedAt).HasColumnName("committed_at");
        });
        model.Entity<ChangeRow>(row =>
        {
            Table(row, "iam_changes", schema).HasKey(r => new { r.Revision, r.Id, r.Kind });
            row.Property(r => r.Revision).HasColumnName("revision").ValueGeneratedNever();
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.Kind).HasColumnName("kind").HasConversion<string>();
            row.Property(r => r.Type).HasColumnName("change").HasConversion<string>();
        });
        model.Entity<LastAccessRow>(row =>
        {
            Table(row, "iam_last_access", schema).HasKey(r => new { r.Id, r.Kind, r.Action });
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.Kind).HasColumnName("kind").HasConversion<string>();
            row.Property(r => r.Action).HasColumnName("action");
            row.Property(r => r.AccessedAt).HasColumnName("accessed_at");
            row.Property(r => r.Principal).HasColumnName("principal");
            row.Property(r => r.Region).HasColumnName("region");
        });
        return model;
    }

    private static EntityTypeBuilder<T> Table<T>(EntityTypeBuilder<T> row, string name, string? schema)
        where T : class => row.ToTable(name, schema, table => table.ExcludeFromMigrations());
}
