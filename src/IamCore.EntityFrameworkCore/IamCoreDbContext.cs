using Microsoft.EntityFrameworkCore;

namespace IamCore.EntityFrameworkCore;

/// <summary>A context with IamCore's tables only, for applications that do not add them to their own.</summary>
/// <param name="options">The provider and connection.</param>
public sealed class IamCoreDbContext(DbContextOptions<IamCoreDbContext> options) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddIamCore();
}
