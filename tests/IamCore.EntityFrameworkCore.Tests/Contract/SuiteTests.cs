using IamCore.Testing;

namespace IamCore.EntityFrameworkCore.Tests.Contract;

public sealed class SuiteTests
{
    [Theory]
    [InlineData("SqliteFile")]
    [InlineData("SqliteMemory")]
    [InlineData("PostgreSql")]
    public void Each_database_is_held_to_every_suite(string database) =>
        Assert.Empty(StoreSuites.MissingFor(database, typeof(SuiteTests).Assembly.GetTypes()));
}
