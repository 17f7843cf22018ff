using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore;

/// <summary>A context of IamCore's tables alone, for applications that do not put them into their own.</summary>
/// <param name="options">Provider and connection.</param>
public sealed class IamCoreDbContext(DbContextOptions<IamCoreDbContext> options) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddIamCore();
}
